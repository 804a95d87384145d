import type { RefusalReason } from "@/lib/errors";
/** 20.000 units are more than two provinces have; 5 MB is the same with long names. */
export const IMPORT_LIMITS = { bytes: 5 * 1024 * 1024, rows: 20_000 } as const;

/** `row` counts as a spreadsheet does: the header is row 1. Null: the file as a whole. */
export type RowError = { row: number | null; message: string };

/** One line of the file. Null is an empty cell or a missing column: what is stored stays. */
export type UnitLine = {
  row: number;
  code: string;
  name: string;
  shortName: string | null;
  kindCode: string;
  parentCode: string | null;
  phone: string | null;
  aliases: string[] | null;
  validFrom: string | null;
  validTo: string | null;
  successorCode: string | null;
};

/** What the planning needs to know of a unit that is already there. */
export type StoredUnit = {
  id: string;
  code: string;
  parentId: string | null;
  validFrom: string;
  validTo: string | null;
};

/** A line with its places found; `fresh` units are made, the others filled in. */
export type PlannedUnit = Omit<UnitLine, "parentCode" | "successorCode" | "row"> & {
  id: string;
  validFrom: string;
  parentId: string | null;
  successorId: string | null;
};

export type ImportCounts = {
  created: number;
  updated: number;
  unchanged: number;
  /** Kinds made under their bare code: a person has to give them a label and a home. */
  newKinds: string[];
};

export type ImportOutcome =
  | ({ status: "done" } & ImportCounts)
  | { status: "refused"; errors: RowError[] };

/** What the person who sent a file is told. */
export type ImportState =
  | { status: "idle" }
  | { status: "refused"; reason?: RefusalReason; message: string }
  | { status: "wrong"; errors: RowError[] }
  | ({ status: "checked" | "done" } & ImportCounts);
