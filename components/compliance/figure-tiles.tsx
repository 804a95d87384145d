import { Stat } from "@/components/ui/stat";
import { StatRow } from "@/components/ui/stat-row";
import type { Figures } from "@/lib/compliance/figures/schema";
import type { PictureFilter } from "@/lib/compliance/schema";
import { pictureAddress } from "./picture-address";

type Props = { figures: Figures; filter: PictureFilter; live: boolean };

/** The district in six figures, what is worst first; each leads to its rows. */
export function FigureTiles({ figures, filter, live }: Props) {
  const tiles = tilesOf(figures, filter)
    .map((tile, index) => ({ ...tile, index }))
    .sort((one, two) => Number(two.value > 0) - Number(one.value > 0) || one.index - two.index);
  return (
    <StatRow>
      {tiles.map(({ label, value, note, tone, href }) => (
        <Stat
          key={label}
          label={label}
          value={value}
          note={note}
          tone={value > 0 ? tone : "neutral"}
          // Of an earlier day only what is owed can still be listed.
          href={live || href.startsWith("/command") ? href : undefined}
        />
      ))}
    </StatRow>
  );
}

function tilesOf(
  { incidents, duty, overdue, unpatched, infrastructure, complaints }: Figures,
  filter: PictureFilter,
) {
  return [
    {
      label: "Sự cố đang xử lý",
      value: incidents.open,
      note:
        incidents.escalated > 0
          ? `${incidents.escalated} vượt khả năng đơn vị`
          : "Không tính diễn tập",
      tone: "danger" as const,
      href: "/incidents",
    },
    {
      label: "Không có người trực",
      value: duty.nobody + duty.untaken,
      note: `${duty.untaken} có lịch nhưng chưa nhận ca, trong ${duty.units} đơn vị`,
      tone: "danger" as const,
      href: "/duty/now",
    },
    {
      label: "Lỗ hổng bị khai thác chưa vá",
      value: unpatched.holes,
      note: unpatched.holes > 0 ? `ở ${unpatched.units} đơn vị, trước kỳ nghỉ` : "Đã xử lý hết",
      tone: "danger" as const,
      href: "/advisories/gate",
    },
    {
      label: "Việc quá hạn",
      value: overdue.assignments,
      note: overdue.assignments > 0 ? `của ${overdue.units} đơn vị` : "Không có việc nào",
      tone: "warning" as const,
      href: pictureAddress("/command/overdue", filter),
    },
    {
      label: "Phản ánh chưa xử lý",
      value: complaints.open,
      note: `${complaints.received} mới trong ngày`,
      tone: "warning" as const,
      href: "/complaints",
    },
    {
      label: "Chỗ mất liên lạc",
      value: infrastructure.outages,
      note: `${infrastructure.filed}/${infrastructure.telcos} nhà mạng đã báo cáo`,
      tone: "warning" as const,
      href: "/complaints/infrastructure",
    },
  ];
}
