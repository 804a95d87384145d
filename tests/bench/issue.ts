import { randomUUID } from "node:crypto";
import { db, inLongTransaction } from "@/lib/db";
import { issueDirective } from "@/lib/directives/commands";
import { createDraft } from "@/lib/directives/drafts/commands";
import { aDistrict, aDraft, type District } from "@/tests/support/district";

const UNITS = 10_000;
const OBLIGATIONS = 8;

export const name = `Ký ban hành tới ${UNITS} đơn vị × ${OBLIGATIONS} nhiệm vụ`;
export const rows = UNITS * (OBLIGATIONS + 1);

let district: District;
let draftId = "";
let number = 0;

/** The district's own three communes are of that kind as well. */
export async function prepare() {
  district = await aDistrict();
  await db.$executeRaw`
    INSERT INTO "Unit" (code, name, "shortName", "kindCode", "validFrom")
    SELECT 'bench-' || n, 'UBND xã số ' || n, 'Xã ' || n, ${district.kindCode}, '2024-01-01'
    FROM generate_series(4, ${UNITS}::int) n`;
  await db.$executeRaw`ANALYZE`;
}

/** A draft waits for signature; it is issued, or its rows are written plainly. */
export async function before() {
  const [section] = aDraft(district).sections;
  if (!section) throw new Error("a draft has a section");
  const obligations = Array.from({ length: OBLIGATIONS }, (_, index) => ({
    text: `Nhiệm vụ thứ ${index + 1}`,
    measures: [],
    dueAt: "2025-01-20T17:00",
  }));
  const { id } = await createDraft(district.officer, {
    requestId: randomUUID(),
    intent: "submit",
    sourceText: "",
    draft: aDraft(district, { sections: [{ ...section, obligations }] }),
  });
  draftId = id;
}

/** The same rows into the same tables, with nothing decided, checked or recorded. */
export function floor() {
  return inLongTransaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "DirectiveReceipt" ("directiveId", "unitId", "deliveredAt")
      SELECT ${draftId}::uuid, u.id, now() FROM "Unit" u WHERE u."kindCode" = ${district.kindCode}`;
    await tx.$executeRaw`
      INSERT INTO "Assignment" ("directiveId", "obligationId", "unitId", "dueAt")
      SELECT ${draftId}::uuid, o.id, u.id, o."dueAt"
      FROM "Unit" u, "Obligation" o JOIN "DirectiveSection" s ON s.id = o."sectionId"
      WHERE u."kindCode" = ${district.kindCode} AND s."directiveId" = ${draftId}::uuid`;
  });
}

export async function run() {
  const version = 1;
  const issued = { directiveId: draftId, version, number: ++number, issuedOn: "2025-01-05" };
  const { units, assignments } = await issueDirective(district.leader, issued);
  if (units + assignments !== rows) throw new Error(`${units} + ${assignments} rows were written`);
}
