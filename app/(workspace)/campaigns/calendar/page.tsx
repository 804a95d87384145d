import type { Metadata } from "next";
import { CalendarAgenda } from "@/components/campaigns/calendar-agenda";
import {
  type CalendarEvent,
  eventMarks,
  MonthCalendar,
} from "@/components/campaigns/month-calendar";
import { MonthLinks } from "@/components/campaigns/month-links";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { lunarDay, lunarMonthName, weeksOf, yearName } from "@/lib/campaigns/calendar/rules";
import { type HolidayRow, listHolidays } from "@/lib/campaigns/holidays/queries";
import { type CalendarCampaign, listCampaignsBetween } from "@/lib/campaigns/queries";
import { calendarFilterSchema } from "@/lib/campaigns/schema";
import { isoDay, now } from "@/lib/time";

export const metadata: Metadata = { title: "Lịch âm dương" };

export default async function CalendarPage({ searchParams }: PageProps<"/campaigns/calendar">) {
  const actor = await requireActor();
  const today = isoDay(now());
  const { month = today.slice(0, 7) } = calendarFilterSchema.parse(await searchParams);
  const days = weeksOf(month).flat();
  const [firstOn = today, lastOn = today] = [days[0], days.at(-1)];
  const [campaigns, holidays] = await Promise.all([
    listCampaignsBetween(actor, firstOn, lastOn),
    listHolidays(actor, firstOn, lastOn),
  ]);

  return (
    <>
      <PageHeader
        title={`Lịch tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`}
        breadcrumb={[{ href: "/campaigns", label: "Đợt cao điểm" }]}
        description={lunarSpan(month)}
      >
        <PrintButton label="In lịch" />
      </PageHeader>
      <MonthLinks month={month} thisMonth={today.slice(0, 7)} />
      <div className="grid gap-6">
        <Card flush>
          <div className="p-1 sm:p-3">
            <MonthCalendar month={month} today={today} events={eventsOf(campaigns, holidays)} />
          </div>
          <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-3 text-sm text-ink-muted">
            {Object.values(eventMarks).map(({ letter, label, style }) => (
              <span key={letter} className="inline-flex items-center gap-1.5">
                <span
                  aria-hidden
                  className={`rounded-sm border px-1 text-xs font-semibold ${style}`}
                >
                  {letter}
                </span>
                {label}
              </span>
            ))}
            <span>Số nhỏ là ngày âm lịch.</span>
          </p>
        </Card>
        <CalendarAgenda campaigns={campaigns} holidays={holidays} />
      </div>
    </>
  );
}

/** Which lunar months the civil one spans. */
function lunarSpan(month: string) {
  const days = weeksOf(month)
    .flat()
    .filter((day) => day.startsWith(month));
  const months = days.map(lunarDay).map((lunar) => {
    return `${lunarMonthName(lunar)} năm ${yearName(lunar.year)}`;
  });
  return `Âm lịch: ${[...new Set(months)].join(", ")}`;
}

function eventsOf(campaigns: CalendarCampaign[], holidays: HolidayRow[]): CalendarEvent[] {
  return [
    ...holidays.map((holiday) => ({ ...holiday, kind: "holiday" as const })),
    ...campaigns
      .flatMap(({ occasions }) => occasions)
      .map((occasion) => ({ ...occasion, kind: "occasion" as const })),
    ...campaigns.map((campaign) => ({ ...campaign, kind: "campaign" as const })),
  ];
}
