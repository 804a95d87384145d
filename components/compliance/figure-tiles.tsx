import { Stat } from "@/components/ui/stat";
import { StatRow } from "@/components/ui/stat-row";
import type { Actor } from "@/lib/auth/actor";
import { figureTitles } from "@/lib/compliance/figures/labels";
import { figureValue } from "@/lib/compliance/figures/rules";
import type { Figures, ListedFigure } from "@/lib/compliance/figures/schema";
import { canListFigure } from "@/lib/compliance/policy";
import type { PictureFilter } from "@/lib/compliance/schema";
import { pictureAddress } from "./picture-address";

type Props = { actor: Actor; figures: Figures; filter: PictureFilter; live: boolean };

/** The district in six figures, what is worst first; each leads to its rows, of now or of that day. */
export function FigureTiles({ actor, figures, filter, live }: Props) {
  const tiles = tilesOf(figures)
    .map((tile, index) => ({ ...tile, value: figureValue(figures, tile.figure), index }))
    .sort((one, two) => Number(two.value > 0) - Number(one.value > 0) || one.index - two.index);
  return (
    <StatRow>
      {tiles.map(({ figure, value, note, tone }) => (
        <Stat
          key={figure}
          label={figureTitles[figure]}
          value={value}
          note={note}
          tone={value > 0 ? tone : "neutral"}
          href={canListFigure(actor, figure) ? addressOf(figure, filter, live) : undefined}
        />
      ))}
    </StatRow>
  );
}

/** What is worked from now; of an earlier day what it was counted from. */
const workedFrom: Record<ListedFigure, string> = {
  incidents: "/incidents",
  duty: "/duty/now",
  unpatched: "/advisories/gate",
  complaints: "/complaints",
  infrastructure: "/complaints/infrastructure",
};

function addressOf(figure: ListedFigure | "overdue", filter: PictureFilter, live: boolean) {
  if (figure === "overdue") return pictureAddress("/command/overdue", filter);
  return live ? workedFrom[figure] : pictureAddress(`/command/figures/${figure}`, filter);
}

function tilesOf({ incidents, duty, overdue, unpatched, infrastructure, complaints }: Figures) {
  return [
    {
      figure: "incidents" as const,
      note:
        incidents.escalated > 0
          ? `${incidents.escalated} vượt khả năng đơn vị`
          : "Không tính diễn tập",
      tone: "danger" as const,
    },
    {
      figure: "duty" as const,
      note: `${duty.untaken} có lịch nhưng chưa nhận ca, trong ${duty.units} đơn vị`,
      tone: "danger" as const,
    },
    {
      figure: "unpatched" as const,
      note: unpatched.holes > 0 ? `ở ${unpatched.units} đơn vị, trước kỳ nghỉ` : "Đã xử lý hết",
      tone: "danger" as const,
    },
    {
      figure: "overdue" as const,
      note: overdue.assignments > 0 ? `của ${overdue.units} đơn vị` : "Không có việc nào",
      tone: "warning" as const,
    },
    {
      figure: "complaints" as const,
      note: `${complaints.received} mới trong ngày`,
      tone: "warning" as const,
    },
    {
      figure: "infrastructure" as const,
      note: `${infrastructure.filed}/${infrastructure.telcos} nhà mạng đã báo cáo`,
      tone: "warning" as const,
    },
  ];
}
