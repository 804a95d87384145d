import { z } from "zod";
import type { RefusalReason } from "@/lib/errors";

export const PLAN_LIMITS = { bytes: 5 * 1024 * 1024, rows: 5_000 } as const;

const text = (limit: number) => z.string().trim().max(limit);

/** One unit of the file and who takes over; without a successor it stays as it is. */
const planRowSchema = z.object({
  code: text(40).min(1, "thiếu mã (code)"),
  name: text(200).min(1, "thiếu tên (name)"),
  successorCode: text(40).nullish(),
  successorName: text(200).nullish(),
});
export type PlanRow = z.infer<typeof planRowSchema>;

export const planFileSchema = z.object({
  effectiveFrom: z.iso.date().nullish(),
  title: text(200).nullish(),
  district: z.object({ name: text(200) }).nullish(),
  units: z.array(planRowSchema).min(1).max(PLAN_LIMITS.rows),
});
export type PlanFile = z.infer<typeof planFileSchema>;

/** `row` is the place in the file's list, from 1. Null: the file as a whole. */
export type PlanError = { row: number | null; message: string };

/** What the planning needs to know of a unit that exists around the day. */
export type PlanUnit = {
  id: string;
  code: string;
  name: string;
  shortName: string;
  aliases: string[];
  kindCode: string;
  parentId: string | null;
  phone: string | null;
  validFrom: string;
  validTo: string | null;
};

export type NewUnit = Pick<
  PlanUnit,
  "id" | "code" | "name" | "shortName" | "kindCode" | "parentId" | "phone"
>;
export type EndingUnit = {
  row: number;
  unit: PlanUnit;
  successor: { id: string; name: string; created: boolean };
};
export type Succession = {
  ending: EndingUnit[];
  created: NewUnit[];
  /** Units of the file, or taking over, that go on as they are. */
  continuing: PlanUnit[];
  errors: PlanError[];
};

/** What goes on with a unit, in numbers. */
export type Load = {
  people: number;
  assignments: number;
  receipts: number;
  reminders: number;
  advisories: number;
  machines: number;
  groups: number;
};

export type PlanView = {
  planHash: string;
  title: string;
  effectiveOn: string;
  ending: ({
    unitId: string;
    code: string;
    name: string;
    successor: string;
    created: boolean;
  } & Load)[];
  created: { code: string; name: string; from: string[] }[];
  continuing: { code: string; name: string; takesIn: string[] }[];
  totals: Load;
};

export type PlanOutcome =
  | { status: "refused"; errors: PlanError[] }
  | { status: "planned"; view: PlanView }
  | { status: "applied"; id: string; view: PlanView };

/** What the person who sent the file is told. */
export type PlanState =
  | { status: "idle" }
  | { status: "refused"; reason?: RefusalReason; message: string }
  | { status: "wrong"; errors: PlanError[] }
  /** `text` goes back with the form: what is applied is what was looked at, file or no file. */
  | { status: "planned"; view: PlanView; text: string }
  | { status: "applied"; view: PlanView };

export const applyReorganisationSchema = z.object({
  intent: z.literal("apply"),
  planHash: z.string().max(64),
  text: z.string().max(PLAN_LIMITS.bytes),
  plannedFor: z.iso.date(),
});

export const undoReorganisationSchema = z.object({ reorganisationId: z.uuid() });
export type UndoReorganisation = z.infer<typeof undoReorganisationSchema>;
