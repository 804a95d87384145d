import type { Role } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db";
import { now } from "@/lib/time";

const PASSWORD = "Demo#2025";

type Person = {
  username: string;
  fullName: string;
  title: string;
  role: Role;
  unit: string;
  phone: string;
};

/** One sign-in per role and per group of recipients. Invented, but for who signed the real text. */
export const demoPeople: Person[] = [
  {
    username: "lanhdao",
    fullName: "Trần Quốc Phong",
    title: "Phó Chủ tịch UBND huyện",
    role: "district_leader",
    unit: "HL-UBND",
    phone: "0912 000 101",
  },
  {
    username: "chuyenvien",
    fullName: "Nguyễn Thị Thu Hà",
    title: "Chuyên viên tổng hợp",
    role: "district_officer",
    unit: "HL-UBND",
    phone: "0912 000 102",
  },
  {
    username: "vanphong",
    fullName: "Hoàng Văn Thịnh",
    title: "Chánh Văn phòng HĐND và UBND",
    role: "unit_lead",
    unit: "HL-VP",
    phone: "0912 000 103",
  },
  {
    username: "vhtt",
    fullName: "Lý Thị Bích Ngọc",
    title: "Trưởng phòng Văn hóa và Thông tin",
    role: "unit_lead",
    unit: "HL-VHTT",
    phone: "0912 000 104",
  },
  {
    username: "congan",
    fullName: "Thiếu tá Vi Văn Dũng",
    title: "Đội trưởng An ninh",
    role: "unit_lead",
    unit: "HL-CA",
    phone: "0912 000 105",
  },
  {
    username: "congan-truc",
    fullName: "Đại úy Nông Minh Đức",
    title: "Cán bộ trực ban",
    role: "unit_staff",
    unit: "HL-CA",
    phone: "0912 000 106",
  },
  {
    username: "giaoduc",
    fullName: "Hà Thị Lan Anh",
    title: "Phó Trưởng phòng Giáo dục và Đào tạo",
    role: "unit_lead",
    unit: "HL-GDDT",
    phone: "0912 000 107",
  },
  {
    username: "xa-yenbinh",
    fullName: "Triệu Văn Sơn",
    title: "Phó Chủ tịch UBND xã",
    role: "unit_lead",
    unit: "HL-06391",
    phone: "0912 000 108",
  },
  {
    username: "xa-yenbinh-truc",
    fullName: "Lương Thị Hoa",
    title: "Công chức Văn hóa - Xã hội",
    role: "unit_staff",
    unit: "HL-06391",
    phone: "0912 000 109",
  },
  {
    username: "thitran",
    fullName: "Phạm Đức Long",
    title: "Chủ tịch UBND thị trấn",
    role: "unit_lead",
    unit: "HL-06385",
    phone: "0912 000 110",
  },
  {
    username: "vnpt",
    fullName: "Đặng Quang Huy",
    title: "Giám đốc VNPT Hữu Lũng",
    role: "telco_liaison",
    unit: "HL-VNPT",
    phone: "0912 000 111",
  },
  {
    username: "viettel",
    fullName: "Bùi Tuấn Kiệt",
    title: "Phó Giám đốc Viettel Hữu Lũng",
    role: "telco_liaison",
    unit: "HL-VTL",
    phone: "0912 000 112",
  },
  {
    username: "mobifone",
    fullName: "Vũ Thị Mai Phương",
    title: "Tổ trưởng kỹ thuật",
    role: "telco_liaison",
    unit: "HL-MBF",
    phone: "0912 000 113",
  },
  {
    username: "tinh",
    fullName: "Mai Thanh Tùng",
    title: "Chuyên viên phòng Công nghệ thông tin",
    role: "observer",
    unit: "LS-STTTT",
    phone: "0912 000 114",
  },
  {
    username: "quantri",
    fullName: "Lê Hồng Quân",
    title: "Quản trị hệ thống",
    role: "administrator",
    unit: "HL-UBND",
    phone: "0912 000 115",
  },
];

export const demoAccounts = demoPeople.map(({ username }) => username);

/** All accounts in one statement, under one hash: computing fifteen would slow the first start. */
export async function seedPeople() {
  const codes = demoPeople.map(({ unit }) => unit);
  const units = await db.unit.findMany({
    where: { code: { in: codes }, validTo: null },
    select: { id: true, code: true },
  });
  const unitIds = new Map(units.map(({ id, code }) => [code, id]));
  const passwordHash = await hashPassword(PASSWORD);
  await db.user.createMany({
    data: demoPeople.map(({ unit, ...person }) => {
      const unitId = unitIds.get(unit);
      if (!unitId) throw new Error(`the demo has no unit ${unit}`);
      // A domain that can never be anybody's: trying the demo writes to no stranger.
      const email = `${person.username}@huulung.example`;
      const since = { passwordChangedAt: now(), createdAt: now() };
      return { ...person, email, unitId, passwordHash, ...since };
    }),
    skipDuplicates: true,
  });
}
