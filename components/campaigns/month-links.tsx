import Form from "next/form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ChevronLeft, ChevronRight } from "@/components/ui/icons";
import { TextField } from "@/components/ui/text-field";
import { nextMonth } from "@/lib/campaigns/calendar/rules";

/** From month to month, to today, or straight to any month. */
export function MonthLinks({ month, thisMonth }: { month: string; thisMonth: string }) {
  const href = (to: string) => `/campaigns/calendar?month=${to}`;
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-3 print:hidden">
      <nav aria-label="Chuyển tháng" className="flex flex-wrap gap-2">
        <ButtonLink href={href(nextMonth(month, -1))} icon={<ChevronLeft aria-hidden />} rel="prev">
          Tháng trước
        </ButtonLink>
        {month === thisMonth ? null : <ButtonLink href={href(thisMonth)}>Tháng này</ButtonLink>}
        <ButtonLink href={href(nextMonth(month, 1))} rel="next">
          Tháng sau
          <ChevronRight aria-hidden />
        </ButtonLink>
      </nav>
      <Form action="/campaigns/calendar" prefetch={false} className="flex items-end gap-2">
        <TextField
          key={month}
          label="Tới tháng"
          name="month"
          type="month"
          defaultValue={month}
          min="1901-01"
          max="2099-12"
          className="w-44"
        />
        <Button type="submit">Xem</Button>
      </Form>
    </div>
  );
}
