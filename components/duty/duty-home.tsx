import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import type { RosterTask } from "@/lib/duty/rosters/queries";
import type { WatchShift } from "@/lib/duty/shifts/queries";
import { formatInstant, now } from "@/lib/time";
import { MyWatch } from "./my-watch";
import { KeptPages } from "./offline/kept-pages";
import { minuteWords } from "./span-text";
import type { WatchActions } from "./watch-buttons";

export type DutyHomeProps = {
  watch: { mine: WatchShift[]; others: WatchShift[] };
  rosterTasks: RosterTask[];
  watchActions: WatchActions;
};

/** On a home page: my next shift, and what the unit's roster still lacks. */
export function DutyHome({ watch, rosterTasks, watchActions }: DutyHomeProps) {
  const own = watch.mine.slice(0, 2);
  return (
    <>
      <MyWatch title="Ca trực của tôi" shifts={own} actions={watchActions} />
      {own.length > 0 ? (
        <KeptPages
          paths={["/duty", ...own.map(({ id }) => `/duty/shifts/${id}`)]}
          drawnAt={now().getTime()}
        />
      ) : null}
      {rosterTasks.map((task) => (
        <Alert
          key={task.campaignId}
          tone={task.state === "published" ? "danger" : "warning"}
          title={taskWords(task)}
          actions={
            <ButtonLink
              href={
                task.rosterId
                  ? `/duty/rosters/${task.rosterId}`
                  : `/duty/rosters/new?campaign=${task.campaignId}`
              }
              size="sm"
            >
              {task.rosterId ? "Mở lịch trực" : "Lập lịch trực"}
            </ButtonLink>
          }
        >
          Đợt bắt đầu lúc {formatInstant(task.startsAt)}.
        </Alert>
      ))}
    </>
  );
}

function taskWords({ campaignName, state, gapMinutes }: RosterTask) {
  if (state === null) return `Chưa lập lịch trực ${campaignName}`;
  const gap = gapMinutes > 0 ? `, còn ${minuteWords(gapMinutes)} chưa có người` : "";
  return state === "published"
    ? `Lịch trực ${campaignName}${gap}`
    : `Lịch trực ${campaignName} chưa công bố${gap}`;
}
