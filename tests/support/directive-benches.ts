import { randomUUID } from "node:crypto";
import { db, inLongTransaction } from "@/lib/db";
import { issueDirective } from "@/lib/directives/commands";
import { createDraft } from "@/lib/directives/drafts/commands";
import { findMatrix } from "@/lib/directives/matrix/queries";
import { matrixFilterSchema } from "@/lib/directives/matrix/schema";
import { aDistrict, aDraft, type District } from "./district";

const OBLIGATIONS = 8;

let number = 0;

/** The district's own three communes are of that kind as well. */
async function atScale(units: number) {
  const district = await aDistrict();
  await db.$executeRaw`
    INSERT INTO "Unit" (code, name, "shortName", "kindCode", "validFrom")
    SELECT ${district.kindCode} || n, 'UBND xã số ' || n, 'Xã ' || n, ${district.kindCode}, '2024-01-01'
    FROM generate_series(4, ${units}::int) n`;
  await db.$executeRaw`ANALYZE`;
  return district;
}

async function aWaitingDraft(district: District) {
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
  return id;
}

const issue = (district: District, directiveId: string) =>
  issueDirective(district.leader, {
    directiveId,
    version: 1,
    number: ++number,
    issuedOn: "2025-01-05",
  });

export function directiveIssue(units: number) {
  const rows = units * (OBLIGATIONS + 1);
  let district: District;
  let draftId = "";
  return {
    name: `Ký ban hành ${OBLIGATIONS} nhiệm vụ tới ${units} đơn vị`,
    rows,
    prepare: async () => {
      district = await atScale(units);
    },
    /** A draft waits for signature; it is issued, or its rows are written plainly. */
    before: async () => {
      draftId = await aWaitingDraft(district);
    },
    /** The same rows into the same tables, with nothing decided, checked or recorded. */
    floor: () =>
      inLongTransaction(async (tx) => {
        await tx.$executeRaw`
          INSERT INTO "DirectiveReceipt" ("directiveId", "unitId", "deliveredAt")
          SELECT ${draftId}::uuid, u.id, now() FROM "Unit" u WHERE u."kindCode" = ${district.kindCode}`;
        await tx.$executeRaw`
          INSERT INTO "Assignment" ("directiveId", "obligationId", "unitId", "dueAt")
          SELECT ${draftId}::uuid, o.id, u.id, o."dueAt"
          FROM "Unit" u, "Obligation" o JOIN "DirectiveSection" s ON s.id = o."sectionId"
          WHERE u."kindCode" = ${district.kindCode} AND s."directiveId" = ${draftId}::uuid`;
      }),
    run: async () => {
      const { units, assignments } = await issue(district, draftId);
      if (units + assignments !== rows) throw new Error(`${units} + ${assignments} rows written`);
    },
  };
}

/** Floor: as many cells of the directive as they lie, with nothing judged. */
export function directiveMatrix(units: number) {
  let district: District;
  let directiveId = "";
  return {
    name: `Ma trận theo dõi một văn bản, ${units} đơn vị`,
    grows: "Ma trận theo dõi",
    repeats: 20,
    rows: 25 * OBLIGATIONS,
    prepare: async () => {
      district = await atScale(units);
      directiveId = await aWaitingDraft(district);
      await issue(district, directiveId);
      await db.$executeRaw`
        UPDATE "Assignment" SET "reportedAt" = now()
        WHERE "directiveId" = ${directiveId}::uuid AND hashtext(id::text) % 3 = 0`;
      await db.$executeRaw`ANALYZE`;
    },
    floor: () => db.$queryRaw`
      SELECT id, "unitId", "obligationId", "dueAt", "reportedAt" FROM "Assignment"
      WHERE "directiveId" = ${directiveId}::uuid LIMIT ${25 * OBLIGATIONS}`,
    run: async () => {
      const matrix = await findMatrix(district.officer, directiveId, matrixFilterSchema.parse({}));
      if (!matrix?.rows.length) throw new Error("the matrix is empty");
    },
  };
}
