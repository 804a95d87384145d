import { lunarLabel } from "./calendar/rules";
import { formatCivilDay } from "./rules";
import type { CalendarKind, CampaignState, OccasionKind } from "./schema";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const stateLabels: Record<CampaignState, { text: string; tone: Tone }> = {
  planned: { text: "Đang chuẩn bị", tone: "neutral" },
  running: { text: "Đang diễn ra", tone: "info" },
  closed: { text: "Đã kết thúc", tone: "success" },
};

export const lapseLabels = {
  unopened: "Đã tới ngày bắt đầu nhưng chưa mở đợt.",
  unclosed: "Đã qua ngày kết thúc nhưng chưa đóng đợt.",
} as const;

export const occasionKindLabels: Record<OccasionKind, string> = {
  tet_duong_lich: "Tết Dương lịch",
  tet_nguyen_dan: "Tết Nguyên đán",
  thanh_lap_dang: "Thành lập Đảng 3/2",
  gio_to: "Giỗ Tổ Hùng Vương",
  giai_phong_lao_dong: "30/4 - 1/5",
  quoc_khanh: "Quốc khánh 2/9",
  own: "Dịp khác",
};

const kindNames: Record<string, string> = occasionKindLabels;
export const occasionKindLabel = (kind: string) => kindNames[kind] ?? kind;

export const calendarLabels: Record<CalendarKind, string> = {
  solar: "Theo dương lịch",
  lunar: "Theo âm lịch",
};

/** `28/01/2025 - 02/02/2025`, one day alone when it lasts one. */
export function civilRange(firstOn: string, lastOn: string) {
  if (firstOn === lastOn) return formatCivilDay(firstOn);
  return `${formatCivilDay(firstOn)} - ${formatCivilDay(lastOn)}`;
}

/** `giao thừa (29 Chạp) - mùng 5 Tết` */
export function lunarRange(firstOn: string, lastOn: string) {
  if (firstOn === lastOn) return lunarLabel(firstOn);
  return `${lunarLabel(firstOn)} - ${lunarLabel(lastOn)}`;
}
