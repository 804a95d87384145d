import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { db } from "@/lib/db";
import { issueDirective } from "@/lib/directives/commands";
import { createDraft } from "@/lib/directives/drafts/commands";
import { findDirectivePaper } from "@/lib/directives/paper/queries";
import { readDirective } from "@/lib/directives/reading/rules";
import { suggestDraft } from "@/lib/directives/suggestion/rules";
import { aDistrict } from "./district";

export const seedText = readFileSync("tests/fixtures/directives/huu-lung-2025.md", "utf8");

/** The directive of Hữu Lũng pasted, read, drafted and issued as No. 8 on 5 January 2025. */
export async function theIssuedSeed() {
  const district = await aDistrict();
  await db.unit.update({
    where: { id: district.committee.id },
    data: { name: "UBND huyện Hữu Lũng" },
  });
  const reading = readDirective(seedText);
  if (!reading) throw new Error("the seed is a directive");
  const { draft } = suggestDraft(reading, { units: [], groups: [] });
  const recipients = [{ kind: "group" as const, id: district.group.id }];
  const { id } = await createDraft(district.officer, {
    requestId: randomUUID(),
    intent: "submit",
    sourceText: seedText,
    draft: { ...draft, sections: draft.sections.map((section) => ({ ...section, recipients })) },
  });
  await issueDirective(district.leader, {
    directiveId: id,
    version: 1,
    number: 8,
    issuedOn: "2025-01-05",
  });
  const paper = await findDirectivePaper(district.lead, id, "text");
  if (!paper) throw new Error("the addressed unit has its directive");
  return { district, id, paper };
}
