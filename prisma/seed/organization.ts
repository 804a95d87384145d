import { readFileSync } from "node:fs";
import { systemActor } from "@/lib/auth/system-actor";
import { db } from "@/lib/db";
import { createRecipientGroup } from "@/lib/organization/groups/commands";
import { importUnits } from "@/lib/organization/import/commands";

const FILE = "prisma/seed/units-huu-lung.csv";

/** Whom directives of the district are usually addressed to, as they are written. */
const groups = [
  {
    name: "Các cơ quan, đơn vị đóng trên địa bàn huyện",
    aliases: [
      "Các cơ quan, đơn vị",
      "Các cơ quan, đơn vị trên địa bàn huyện",
      "Các cơ quan, đơn vị thuộc huyện",
      "Thủ trưởng các cơ quan, đơn vị",
      "Các phòng, ban, ngành",
      "Các phòng, ban, ngành huyện",
      "Các phòng, ban, ngành, đoàn thể",
      "Các phòng, ban, ngành, đoàn thể huyện",
      "Các ban, ngành, đoàn thể huyện",
    ],
    kindCodes: ["agency", "district_office", "culture_office", "police"],
  },
  {
    name: "Các cơ quan chuyên môn thuộc UBND huyện",
    aliases: [
      "Các cơ quan chuyên môn",
      "Các phòng chuyên môn",
      "Các phòng chuyên môn thuộc UBND huyện",
      "Các phòng, ban chuyên môn",
      "Các phòng, ban chuyên môn thuộc UBND huyện",
      "Các cơ quan chuyên môn thuộc Ủy ban nhân dân huyện",
    ],
    kindCodes: ["agency", "district_office", "culture_office"],
  },
  {
    name: "UBND các xã, thị trấn",
    aliases: [
      "Ủy ban nhân dân các xã, thị trấn",
      "Các xã, thị trấn",
      "UBND các xã, thị trấn trên địa bàn huyện",
      "Chủ tịch UBND các xã, thị trấn",
      "UBND cấp xã",
    ],
    kindCodes: ["commune"],
  },
  {
    name: "Các doanh nghiệp viễn thông",
    aliases: [
      "Các doanh nghiệp viễn thông trên địa bàn",
      "Các doanh nghiệp viễn thông trên địa bàn huyện",
      "Doanh nghiệp viễn thông",
      "Các nhà mạng",
    ],
    kindCodes: ["telco"],
  },
];

export async function seedOrganization() {
  const outcome = await importUnits(systemActor, readFileSync(FILE, "utf8"));
  if (outcome.status === "refused") {
    throw new Error(`${FILE}: ${outcome.errors.map(({ message }) => message).join(" ")}`);
  }
  const present = await db.recipientGroup.findMany({ select: { name: true } });
  const names = new Set(present.map(({ name }) => name));
  for (const group of groups.filter(({ name }) => !names.has(name))) {
    await createRecipientGroup(systemActor, { ...group, unitIds: [] });
  }
}
