import { DutyHome, type DutyHomeProps } from "@/components/duty/duty-home";
import { NoticeList } from "@/components/notifications/notice-list";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import type { ReminderRow } from "@/lib/directives/reminders/queries";
import type { FormAction } from "@/lib/form-state";
import type { NoticeRow } from "@/lib/notifications/queries";
import type { UnitTask } from "@/lib/overview/queries";
import { ReminderList } from "./reminder-list";
import { TaskList } from "./task-list";

type Props = {
  unitName: string;
  today: string;
  tasks: UnitTask[];
  notices: NoticeRow[];
  reminders: ReminderRow[];
  totals: { total: number; accepted: number; waiting: number; overdue: number };
  dismissNotice: FormAction;
  dismissReminder: FormAction;
} & DutyHomeProps;

/** What a unit opens first: nudges, then what it owes, then how it stands. */
export function UnitHome({ unitName, today, tasks, notices, reminders, totals, ...rest }: Props) {
  const { watch, rosterTasks, watchActions } = rest;
  return (
    <>
      <PageHeader eyebrow={today} title={unitName} />
      <div className="grid gap-6">
        <NoticeList notices={notices} dismiss={rest.dismissNotice} />
        <ReminderList reminders={reminders} dismiss={rest.dismissReminder} />
        <DutyHome watch={watch} rosterTasks={rosterTasks} watchActions={watchActions} />
        <TaskList tasks={tasks} />
        <section aria-label="Số liệu của đơn vị" className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          <Stat label="Nhiệm vụ đang theo dõi" value={totals.total} href="/directives" />
          <Stat label="Huyện ghi nhận đạt" value={totals.accepted} tone="success" />
          <Stat label="Chờ huyện xem" value={totals.waiting} tone="info" />
          <Stat
            label="Quá hạn"
            value={totals.overdue}
            tone={totals.overdue ? "danger" : "neutral"}
          />
        </section>
      </div>
    </>
  );
}
