import type { Role } from "@/lib/auth/actor";
import type { RefusalReason } from "@/lib/errors";

/** 2.000 people are every commune of two provinces with some to spare. */
export const PEOPLE_FILE_LIMITS = { bytes: 2 * 1024 * 1024, rows: 2_000 } as const;

export type PersonFault = { row: number | null; message: string };

export type PersonLine = {
  row: number;
  fullName: string;
  /** Empty: made from the name. */
  username: string;
  title: string;
  phone: string | null;
  role: Role;
  unit: string;
};

export type KnownUnit = {
  id: string;
  code: string;
  name: string;
  shortName: string;
  aliases: string[];
  home: string | null;
};

export type PlannedPerson = Omit<PersonLine, "unit" | "row"> & {
  id: string;
  unitId: string;
  unitName: string;
};

/** A person with the way in; `link` is answered once. */
export type InvitedPerson = {
  fullName: string;
  username: string;
  roleLabel: string;
  unitName: string;
  link: string;
};

export type PeopleImport =
  | { status: "refused"; errors: PersonFault[] }
  | { status: "done"; people: (Omit<InvitedPerson, "link"> & { token: string })[] };

/** What the administrator is told; `workbook` is the list of links as .xlsx, in base64. */
export type PeopleImportState =
  | { status: "idle" }
  | { status: "refused"; reason?: RefusalReason; message: string }
  | { status: "wrong"; errors: PersonFault[] }
  | { status: "checked"; people: Omit<InvitedPerson, "link">[] }
  | { status: "done"; people: InvitedPerson[]; workbook: string };
