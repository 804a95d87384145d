import type { IncidentKind, IncidentSign, IncidentState, Severity, Tlp } from "./schema";

/** Where a case may go from each state; the second half of TT 20 Đ11 may be gone through again. */
const flow: Record<IncidentState, readonly IncidentState[]> = {
  received: ["verified", "rejected"],
  verified: ["containing", "rejected"],
  containing: ["eradicating"],
  eradicating: ["recovering", "containing"],
  recovering: ["review", "containing"],
  review: ["closed", "containing"],
  closed: ["containing"],
  rejected: ["received"],
  merged: [],
};

export const nextStates = (state: IncidentState) => flow[state];

/** Nobody works on it any more. */
export const finalStates: readonly IncidentState[] = ["closed", "rejected", "merged"];
export const isOpen = ({ state }: { state: IncidentState }) => !finalStates.includes(state);

/** The way onwards, without the loops back. */
export const mainPath: readonly IncidentState[] = [
  "received",
  "verified",
  "containing",
  "eradicating",
  "recovering",
  "review",
  "closed",
];

/** A step back needs a reason: it is opened again, or was not over. */
export const isStepBack = (from: IncidentState, to: IncidentState) =>
  from === "rejected" || mainPath.indexOf(to) < mainPath.indexOf(from);

export type Move = {
  state: IncidentState;
  to: IncidentState;
  handlerUnitId: string | null;
  openMandatoryTasks: number;
  initialReports: number;
  closingReports: number;
  reason: string;
  resolution: string;
};

export type Hindrance =
  | "no-way"
  | "nobody-handles"
  | "needs-reason"
  | "mandatory-tasks"
  | "needs-resolution"
  | "needs-closing-report";

/** Why a case may not go there; null: it may. */
export function hindranceOf(move: Move): Hindrance | null {
  if (!flow[move.state].includes(move.to)) return "no-way";
  if (needsReason(move.state, move.to) && move.reason.length < 3) return "needs-reason";
  if (move.to !== "rejected" && move.to !== "received" && !move.handlerUnitId) {
    return "nobody-handles";
  }
  if (move.to !== "closed") return null;
  if (move.openMandatoryTasks > 0) return "mandatory-tasks";
  if (move.resolution.length < 3) return "needs-resolution";
  if (move.initialReports > 0 && move.closingReports === 0) return "needs-closing-report";
  return null;
}

export const needsReason = (from: IncidentState, to: IncidentState) =>
  to === "rejected" || isStepBack(from, to);

type Instants = {
  acknowledgedAt: Date | null;
  verifiedAt: Date | null;
  containedAt: Date | null;
  recoveredAt: Date | null;
  closedAt: Date | null;
};

/** What a move stamps; going back takes away what no longer holds. */
export function instantsAfter(of: Instants, to: IncidentState, at: Date): Instants {
  const { acknowledgedAt, verifiedAt, containedAt, recoveredAt, closedAt } = of;
  const before = { acknowledgedAt, verifiedAt, containedAt, recoveredAt, closedAt };
  if (to === "verified") return { ...before, verifiedAt: before.verifiedAt ?? at };
  if (to === "containing") {
    return { ...before, containedAt: null, recoveredAt: null, closedAt: null };
  }
  if (to === "eradicating") return { ...before, containedAt: before.containedAt ?? at };
  if (to === "review") return { ...before, recoveredAt: before.recoveredAt ?? at };
  if (to === "closed") return { ...before, closedAt: at };
  return before;
}

/** The statutory kind that what is seen usually is; the handler may say otherwise. */
const kinds: Record<IncidentSign, IncidentKind> = {
  data_encryption: "data_encryption",
  defacement: "defacement",
  phishing: "phishing",
  malware: "malware",
  dos: "dos",
  unauthorized_access: "unauthorized_access",
  data_leak: "espionage",
  harmful_information: "other",
  other: "other",
};
export const kindOf = (sign: IncidentSign) => kinds[sign];

const firstSeverities: Record<IncidentSign, Severity> = {
  data_encryption: "high",
  defacement: "high",
  phishing: "medium",
  malware: "medium",
  dos: "medium",
  unauthorized_access: "high",
  data_leak: "high",
  harmful_information: "low",
  other: "medium",
};
export const firstSeverity = (sign: IncidentSign) => firstSeverities[sign];

/** People's data are at stake from the first minute. */
export const firstTlp = (sign: IncidentSign): Tlp =>
  sign === "data_leak" ? "amber_strict" : "amber";

/** Every view of such a case is in the read log. */
export const isRestricted = ({ tlp }: { tlp: Tlp }) => tlp === "amber_strict" || tlp === "red";

export const caseCode = (of: { year: number; number: number; drillId: string | null }) =>
  `${of.drillId ? "DT" : "SC"}-${of.year}-${String(of.number).padStart(4, "0")}`;

/** The same where it stands alone, as in a notice: a drill says so. */
export const caseName = (of: Parameters<typeof caseCode>[0]) =>
  `${of.drillId ? "DIỄN TẬP · " : ""}${caseCode(of)}`;

type Timed = Instants & { detectedAt: Date; reportedAt: Date };

/** How long it took, in milliseconds from the report; null: not there yet. */
export const durationsOf = (of: Timed) => ({
  toReport: of.reportedAt.getTime() - of.detectedAt.getTime(),
  toAcknowledge: since(of.reportedAt, of.acknowledgedAt),
  toContain: since(of.reportedAt, of.containedAt),
  toClose: since(of.reportedAt, of.closedAt),
});

const since = (from: Date, to: Date | null) => (to ? to.getTime() - from.getTime() : null);

/** `0912 ••• 109`: enough to tell two apart, not enough to call. */
export function maskPhone(phone: string) {
  const digits = phone.replace(/\D/g, "");
  if (digits.length < 7) return phone ? "•••" : "";
  return `${digits.slice(0, 4)} ••• ${digits.slice(-3)}`;
}

/** Telephone numbers of Vietnam inside a text. */
const PHONES = /(?<![\w.-])(?:\+84|0)(?:[ .-]?\d){9,10}(?![\w-])/g;

export const maskPhonesIn = (text: string) => text.replace(PHONES, (phone) => maskPhone(phone));
