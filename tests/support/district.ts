import { randomUUID } from "node:crypto";
import type { Actor, Home, Role } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { issueDirective } from "@/lib/directives/commands";
import { createDraft } from "@/lib/directives/drafts/commands";
import type { Draft } from "@/lib/directives/drafts/schema";
import { anActor } from "./actors";

const FROM = new Date("2024-12-01");

/** A district of the test's own: its committee, three communes of a kind of their own, and people. */
export async function aDistrict() {
  const mark = randomUUID().slice(0, 8);
  const kindCode = `commune-${mark}`;
  await db.unitKind.createMany({
    data: [
      { code: `committee-${mark}`, label: "UBND huyện", home: "command", rank: 1 },
      { code: kindCode, label: "UBND xã", home: "locality", rank: 9 },
    ],
  });
  const committee = await aUnit(`committee-${mark}`, `UBND huyện ${mark}`, null);
  const communes = await Promise.all(
    ["An Bình", "Đồng Tâm", "Yên Lạc"].map((name) =>
      aUnit(kindCode, `UBND xã ${name} ${mark}`, committee.id),
    ),
  );
  const group = await db.recipientGroup.create({
    data: { name: `UBND các xã ${mark}`, kindCodes: [kindCode] },
  });
  const [first, second, third] = communes;
  if (!first || !second || !third) throw new Error("a district has three communes");

  return {
    kindCode,
    group,
    committee,
    communes: [first, second, third] as const,
    officer: await aPerson("district_officer", committee, "command"),
    secondOfficer: await aPerson("district_officer", committee, "command"),
    leader: await aPerson("district_leader", committee, "command"),
    observer: await aPerson("observer", committee, "command"),
    lead: await aPerson("unit_lead", first, "locality"),
    staff: await aPerson("unit_staff", first, "locality"),
    otherLead: await aPerson("unit_lead", second, "locality"),
  };
}

export type District = Awaited<ReturnType<typeof aDistrict>>;

export function aUnit(kindCode: string, name: string, parentId: string | null) {
  return db.unit.create({
    data: {
      code: randomUUID(),
      name,
      shortName: name,
      kindCode,
      parentId,
      validFrom: FROM,
      phone: "02053818657",
    },
  });
}

export async function aPerson(
  role: Role,
  unit: { id: string; name: string },
  home: Home,
): Promise<Actor> {
  const fullName = `Người ${role} ${randomUUID().slice(0, 4)}`;
  const { id } = await db.user.create({
    data: { username: randomUUID(), fullName, role, unitId: unit.id },
  });
  return anActor({ userId: id, fullName, role, unitId: unit.id, unitName: unit.name, home });
}

export function aDraft(district: District, overrides: Partial<Draft> = {}): Draft {
  return {
    number: null,
    symbol: "UBND-VH",
    place: "Hữu Lũng",
    issuedOn: null,
    subject: "Bảo đảm an toàn thông tin mạng dịp Tết",
    basis: [{ number: "3591/STTTT-TTCNS", date: "2024-12-31", issuer: "Sở TTTT" }],
    addressees: ["UBND các xã"],
    copies: ["Như trên"],
    supportContacts: [],
    signerAuthority: "KT. CHỦ TỊCH",
    signerPosition: "PHÓ CHỦ TỊCH",
    signerName: "Trần Quốc Phong",
    doubts: [],
    sections: [
      {
        heading: "UBND các xã",
        recipients: [{ kind: "group", id: district.group.id }],
        obligations: [
          { text: "Trực 24/7", measures: ["watch"], dueAt: "2025-01-20T17:00" },
          { text: "Tuyên truyền", measures: ["awareness"], dueAt: null },
        ],
      },
    ],
    ...overrides,
  };
}

let nextNumber = 1;

/** Drafted, sent for signature and issued to the three communes. */
export async function anIssuedDirective(district: District, overrides: Partial<Draft> = {}) {
  const { id } = await createDraft(district.officer, {
    requestId: randomUUID(),
    intent: "submit",
    sourceText: "",
    draft: aDraft(district, overrides),
  });
  const number = nextNumber++;
  await issueDirective(district.leader, {
    directiveId: id,
    version: 1,
    number,
    issuedOn: "2025-01-05",
  });
  return { id, number };
}

export async function auditOf(subjectId: string) {
  const entries = await db.auditEntry.findMany({
    where: { subjectId },
    orderBy: [{ at: "asc" }, { seq: "asc" }],
  });
  return entries.map((entry) => entry.action);
}
