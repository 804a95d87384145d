import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { todayGroupLabels } from "@/lib/overview/today/labels";
import type { Today } from "@/lib/overview/today/queries";
import { type TodayActions, TodayEntry } from "./today-entry";

type Props = { today: Today; actions: TodayActions };

/** Of the days to come this many are in sight; the rest is one press away. */
const LATER = 12;

/** One list of everything that waits for this person and their unit, soonest first. */
export function TodayList({ today: { groups, count }, actions }: Props) {
  if (count === 0) {
    return (
      <Card title="Việc của tôi hôm nay">
        <EmptyState title="Không còn việc nào chờ đơn vị">
          Văn bản, cảnh báo và báo cáo mới sẽ hiện ngay ở đây.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={`Việc của tôi hôm nay (${count})`} flush>
      {groups.map(({ group, items }) => {
        const shown = group === "later" ? items.slice(0, LATER) : items;
        const folded = items.slice(shown.length);
        return (
          <section key={group} aria-label={todayGroupLabels[group]}>
            <h3
              className={cx(
                "flex justify-between border-b border-line bg-subtle px-4 py-1.5 text-sm font-semibold sm:px-5",
                group === "late" ? "text-danger-ink" : "text-ink-muted",
              )}
            >
              {todayGroupLabels[group]}
              <span className="tabular-nums">{items.length}</span>
            </h3>
            <ul className="border-b border-line last:border-0">
              {shown.map((item) => (
                <TodayEntry key={`${item.kind}${item.key}`} item={item} actions={actions} />
              ))}
            </ul>
            {folded.length > 0 ? (
              <details>
                <summary className="cursor-pointer px-4 py-3 text-sm font-medium text-accent sm:px-5">
                  {folded.length} việc nữa
                </summary>
                <ul className="border-t border-line">
                  {folded.map((item) => (
                    <TodayEntry key={`${item.kind}${item.key}`} item={item} actions={actions} />
                  ))}
                </ul>
              </details>
            ) : null}
          </section>
        );
      })}
    </Card>
  );
}
