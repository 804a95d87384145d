import type { Home } from "@/lib/auth/actor";

export type Kind = { code: string; label: string; home: Home | null; rank: number };

/** Kinds that the product knows a label for. Others come in as rows, under a label of their own. */
export const knownKinds: Kind[] = [
  { code: "district_committee", label: "UBND huyện", home: "command", rank: 10 },
  { code: "district_office", label: "Văn phòng HĐND và UBND", home: "coordination", rank: 20 },
  { code: "culture_office", label: "Phòng Văn hóa và Thông tin", home: "coordination", rank: 30 },
  { code: "police", label: "Công an", home: "coordination", rank: 40 },
  { code: "agency", label: "Cơ quan, phòng, ban", home: "locality", rank: 50 },
  { code: "commune", label: "UBND xã, thị trấn", home: "locality", rank: 60 },
  { code: "telco", label: "Doanh nghiệp viễn thông", home: "telecom", rank: 70 },
  { code: "province", label: "Cơ quan cấp tỉnh", home: "command", rank: 80 },
  { code: "support_center", label: "Đơn vị hỗ trợ kỹ thuật", home: "command", rank: 90 },
];

export const homeLabels: Record<Home, string> = {
  command: "Chỉ huy (toàn huyện)",
  coordination: "Phối hợp (nhóm 1)",
  locality: "Địa bàn (nhóm 2)",
  telecom: "Viễn thông (nhóm 3)",
};

export const unitStateLabels = {
  open: "Đang hoạt động",
  closed: "Đã thôi hoạt động",
  all: "Tất cả",
} as const;

export const unitSortLabels = { kind: "Theo loại", name: "Theo tên", code: "Theo mã" } as const;

/** Null where a kind has no home yet, or one this version does not know. */
export const homeLabel = (home: string | null) =>
  Object.entries(homeLabels).find(([code]) => code === home)?.[1] ?? null;
