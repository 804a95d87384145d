import type { Sheet } from "@/lib/documents/workbook";
import { roleLabels } from "@/lib/identity/labels";
import type { InvitedPerson } from "./schema";

type Column = { title: string; width: number; required: boolean; names: string[]; hint: string };

/** Columns of a file of people; `names` are what their heads may be, without marks. */
export const columns = {
  fullName: {
    title: "Họ tên",
    width: 28,
    required: true,
    names: ["ho ten", "ho va ten"],
    hint: "Bắt buộc",
  },
  username: {
    title: "Tên đăng nhập",
    width: 18,
    required: false,
    names: ["ten dang nhap", "tai khoan"],
    hint: "Để trống thì đặt theo họ tên",
  },
  title: { title: "Chức vụ", width: 28, required: false, names: ["chuc vu"], hint: "" },
  phone: {
    title: "Điện thoại",
    width: 16,
    required: false,
    names: ["dien thoai", "so dien thoai"],
    hint: "",
  },
  role: {
    title: "Vai trò",
    width: 22,
    required: true,
    names: ["vai tro"],
    hint: Object.values(roleLabels).join(", "),
  },
  unit: {
    title: "Đơn vị",
    width: 36,
    required: true,
    names: ["don vi"],
    hint: "Mã hoặc tên đơn vị đang hoạt động",
  },
} satisfies Record<string, Column>;

/** An empty file to fill in, and beside it the words that are understood. */
export function templateSheets(units: { code: string; name: string }[]): Sheet[] {
  const heads = Object.values(columns).map(({ title, width }) => ({ title, width }));
  const words = (name: string, titles: [string, string], rows: [string, string][]): Sheet => ({
    name,
    heading: [],
    columns: [
      { title: titles[0], width: 24 },
      { title: titles[1], width: 60 },
    ],
    rows,
  });
  return [
    { name: "Tài khoản", heading: [], columns: heads, rows: [] },
    words(
      "Đơn vị",
      ["Mã", "Tên đơn vị"],
      units.map(({ code, name }) => [code, name]),
    ),
    words(
      "Cách ghi",
      ["Cột", "Ghi thế nào"],
      Object.values(columns).map(({ title, hint }) => [title, hint]),
    ),
  ];
}

/** To be handed on to each person, and then deleted. */
export const linkSheets = (people: InvitedPerson[], until: string): Sheet[] => [
  {
    name: "Liên kết một lần",
    heading: [
      "LIÊN KẾT ĐẶT MẬT KHẨU",
      `Mỗi liên kết dùng một lần, đến ${until}. Xóa tệp sau khi đã gửi.`,
    ],
    columns: [
      { title: "Họ tên", width: 28 },
      { title: "Đơn vị", width: 36 },
      { title: "Vai trò", width: 22 },
      { title: "Tên đăng nhập", width: 18 },
      { title: "Liên kết", width: 80 },
    ],
    rows: people.map((one) => [one.fullName, one.unitName, one.roleLabel, one.username, one.link]),
  },
];
