import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { AdvisoryHome } from "@/components/advisories/advisory-home";
import { RepeatCard } from "@/components/awareness/repeat-card";
import { DutyHome, type DutyHomeProps } from "@/components/duty/duty-home";
import { IncidentHome } from "@/components/incidents/incident-home";
import { NoticeList } from "@/components/notifications/notice-list";
import { NoticesLink } from "@/components/notifications/notices-link";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import type { AdvisoryTasks } from "@/lib/advisories/queries";
import type { ActivityRow } from "@/lib/awareness/queries";
import type { ReminderRow } from "@/lib/directives/reminders/queries";
import type { OwedQuickReport } from "@/lib/duty/quick-reports/queries";
import type { FormAction } from "@/lib/form-state";
import type { IncidentHomeView } from "@/lib/incidents/home/queries";
import type { NoticeRow } from "@/lib/notifications/queries";
import type { UnitTask } from "@/lib/overview/queries";
import type { SweepTask } from "@/lib/sweeps/queries";
import { ReminderList } from "./reminder-list";
import { TaskList } from "./task-list";

type Props = {
  unitName: string;
  today: string;
  tasks: UnitTask[];
  quickReports: OwedQuickReport[];
  advisories: AdvisoryTasks & { sweeps: SweepTask[] };
  notices: NoticeRow[];
  reminders: ReminderRow[];
  totals: { total: number; accepted: number; waiting: number; overdue: number };
  lastActivity: ActivityRow | null;
  repeatActivity: FormAction;
  incidents: IncidentHomeView;
  acknowledgeWarning: FormAction;
  fileQuickReport: FormAction;
  notApplicable: FormAction;
  dismissNotice: FormAction;
  dismissReminder: FormAction;
  /** What this kind of unit has besides. */
  children?: ReactNode;
} & DutyHomeProps;

/** What a unit opens first: the district's nudges and what it owes; beside it, how it stands. */
export function UnitHome({ unitName, today, tasks, notices, reminders, totals, ...rest }: Props) {
  const { watch, rosterTasks, watchActions } = rest;
  return (
    <>
      <PageHeader eyebrow={today} title={unitName}>
        <NoticesLink count={notices.length} />
        <ButtonLink href="/incidents/new" variant="danger">
          Báo cáo sự cố
        </ButtonLink>
      </PageHeader>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-6">
          <IncidentHome home={rest.incidents} acknowledgeWarning={rest.acknowledgeWarning} />
          <DutyHome watch={watch} rosterTasks={rosterTasks} watchActions={watchActions} />
          <ReminderList reminders={reminders} dismiss={rest.dismissReminder} />
          <AdvisoryHome tasks={rest.advisories} notApplicable={rest.notApplicable} />
          <TaskList
            tasks={tasks}
            quickReports={rest.quickReports}
            fileQuickReport={rest.fileQuickReport}
          />
          {rest.children}
        </div>
        <div className="grid min-w-0 gap-6">
          <section
            aria-label="Số liệu của đơn vị"
            className="grid grid-cols-2 gap-3 sm:grid-cols-4 xl:grid-cols-2"
          >
            <Stat label="Nhiệm vụ đang theo dõi" value={totals.total} href="/directives" />
            <Stat label="Huyện ghi nhận đạt" value={totals.accepted} tone="success" />
            <Stat label="Chờ huyện xem" value={totals.waiting} tone="info" />
            <Stat
              label="Quá hạn"
              value={totals.overdue}
              tone={totals.overdue ? "danger" : "neutral"}
            />
          </section>
          <RepeatCard
            last={rest.lastActivity}
            requestId={randomUUID()}
            repeat={rest.repeatActivity}
          />
          <NoticeList notices={notices} dismiss={rest.dismissNotice} />
        </div>
      </div>
    </>
  );
}
