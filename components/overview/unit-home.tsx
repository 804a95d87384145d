import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { RepeatCard } from "@/components/awareness/repeat-card";
import { DutyHome, type DutyHomeProps } from "@/components/duty/duty-home";
import type { WatchActions } from "@/components/duty/watch-buttons";
import { OpenIncidents } from "@/components/incidents/open-incidents";
import { NoticeList } from "@/components/notifications/notice-list";
import { NoticesLink } from "@/components/notifications/notices-link";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import type { ActivityRow } from "@/lib/awareness/queries";
import type { ReminderRow } from "@/lib/directives/reminders/queries";
import type { FormAction } from "@/lib/form-state";
import type { NoticeRow } from "@/lib/notifications/queries";
import type { Today } from "@/lib/overview/today/queries";
import { ReminderList } from "./reminder-list";
import type { TodayActions } from "./today/today-entry";
import { TodayList } from "./today/today-list";

type Props = {
  unitName: string;
  today: string;
  todo: Today;
  notices: NoticeRow[];
  reminders: ReminderRow[];
  totals: { total: number; accepted: number; waiting: number; overdue: number };
  lastActivity: ActivityRow | null;
  actions: HomeActions;
  /** What this kind of unit has besides. */
  children?: ReactNode;
} & Omit<DutyHomeProps, "watchActions">;

/** All that can be done from a unit's home page. */
export type HomeActions = {
  watch: WatchActions;
  today: TodayActions;
  repeatActivity: FormAction;
  dismissNotice: FormAction;
  dismissReminder: FormAction;
};

/** What a unit opens first: its watch, the district's nudges, what it owes; beside it, how it stands. */
export function UnitHome({ unitName, today, todo, notices, reminders, totals, ...rest }: Props) {
  const { watch, lastActivity, actions } = rest;
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
          <DutyHome watch={watch} watchActions={actions.watch} />
          <ReminderList reminders={reminders} dismiss={actions.dismissReminder} />
          <TodayList today={todo} actions={actions.today} />
          {rest.children}
        </div>
        <div className="grid min-w-0 gap-6">
          <OpenIncidents incidents={todo.incidents} />
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
            last={lastActivity}
            requestId={randomUUID()}
            repeat={actions.repeatActivity}
          />
          <NoticeList notices={notices} dismiss={actions.dismissNotice} />
        </div>
      </div>
    </>
  );
}
