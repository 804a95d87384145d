import type { AddressRow } from "../walk/rows";

/** Every handler under /api: exports, files, feeds, search. Read as `pages.ts`. */
export const handlers: Record<string, AddressRow> = {
  "/api/complaints/imports/[id]": { may: "", on: { id: "importId" } },
  "/api/complaints/periods/[id]": {
    may: "admin leader officer police observer",
    on: { id: "periodId" },
  },
  "/api/complaints/reports/[id]/workbook": { may: "", on: { id: "periodReportId" } },
  "/api/complaints/reports/[id]/[form]": { may: "", on: { id: "periodReportId", form: "docx" } },
  "/api/complaints": { may: "leader officer police lead staff telco" },
  "/api/directives/[id]/calls": { may: "admin leader officer observer", on: { id: "directiveId" } },
  "/api/directives/[id]/document/[form]": {
    own: "police lead staff telco",
    other: "admin leader officer observer",
    on: { id: "directiveId", form: "docx" },
  },
  "/api/directives/[id]/follow-up": {
    may: "admin leader officer observer",
    on: { id: "directiveId" },
  },
  "/api/directives/registers": { may: "", query: "?kind=out&year=2025" },
  "/api/duty/calendar/[token]": { public: "whoever holds the address; 404 without" },
  "/api/duty/reports/[id]/[form]": {
    own: "police lead staff telco",
    other: "admin leader officer observer",
    on: { id: "filedQuickReportId", form: "docx" },
  },
  "/api/duty/reports": {
    may: "admin leader officer observer",
    query: "?campaign=$campaignId&due=2026-11-20T10:00:00Z",
  },
  "/api/duty/rosters/[id]/document/[form]": {
    own: "police lead staff telco",
    other: "admin leader officer observer",
    on: { id: "rosterId", form: "docx" },
  },
  "/api/duty/rosters/[id]": {
    own: "police lead staff telco",
    other: "admin leader officer observer",
    on: { id: "rosterId" },
  },
  "/api/files/[id]": {
    own: "police lead staff telco",
    other: "admin leader officer observer",
    on: { id: "fileId" },
  },
  "/api/live": { never: "a stream without end; tests/live and live.spec hold whom it tells what" },
  "/api/health": { public: "whether it runs, no more" },
  "/api/incidents/[id]/packet": {
    own: "police",
    other: "leader officer",
    on: { id: "incidentId" },
    writes: true,
  },
  "/api/incidents/[id]/reports/[reportId]/[form]": {
    own: "police lead staff",
    other: "leader officer",
    on: { id: "incidentId", reportId: "incidentReportId", form: "docx" },
    writes: true,
  },
  "/api/incidents/evidence/[id]": {
    own: "police lead staff",
    other: "leader officer",
    on: { id: "evidenceId" },
    writes: true,
  },
  "/api/incidents/summary/[form]": {
    may: "leader officer",
    on: { form: "docx" },
    query: "?kind=month&from=2026-11-01&to=2026-11-30",
  },
  "/api/people/template": { may: "admin" },
  "/api/reports/[id]/document/[form]": {
    may: "admin leader officer observer",
    on: { id: "synthesisId", form: "docx" },
    writes: true,
  },
  "/api/reports/[id]/workbook": {
    may: "admin leader officer observer",
    on: { id: "synthesisId" },
    writes: true,
  },
  "/api/search": { may: "all", query: "?q=lich" },
  "/api/auth/[...nextauth]": {
    public: "closed unless a province signs people in; walked by itself",
  },
  "/api/duty/batch": { post: "leader officer police lead staff telco admin observer" },
};
