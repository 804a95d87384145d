import type { AwarenessKind } from "./schema";

/** What a kind is called and what its "times" are counted in. */
export const awarenessLabels: Record<AwarenessKind, { text: string; unit: string }> = {
  loudspeaker: { text: "Loa truyền thanh", unit: "buổi phát" },
  zalo: { text: "Zalo", unit: "tin đăng" },
  facebook: { text: "Facebook", unit: "bài đăng" },
  website: { text: "Trang thông tin điện tử", unit: "tin, bài" },
  meeting: { text: "Hội nghị, họp thôn", unit: "cuộc" },
  panel: { text: "Pano, băng rôn", unit: "chiếc" },
  leaflet: { text: "Tờ rơi", unit: "tờ" },
  digital_team: { text: "Tổ công nghệ số cộng đồng", unit: "lượt đến nhà" },
};

const count = new Intl.NumberFormat("vi-VN");

export const formatCount = (value: number) => count.format(value);

/** Nobody counted is not nobody reached. */
export const reachWords = (reach: number | null) =>
  reach === null ? "không đếm" : `${count.format(reach)} lượt`;

const rate = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

export const formatRate = (value: number | null) =>
  value === null ? "không tính được" : rate.format(value);
