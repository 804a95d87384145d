import { z } from "zod";
import { isoDay, nextDay, now } from "@/lib/time";

const day = z.iso.date();

/** From the first to the last day, both within; at most two years. */
export const summaryQuerySchema = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= 2);
export type SummaryQuery = z.infer<typeof summaryQuerySchema>;

/** The half years that TT 20 asks for, the running one first. */
export function halfYears(today = isoDay(now())) {
  const year = Number(today.slice(0, 4));
  const first = (of: number) => ({
    from: `${of}-01-01`,
    to: `${of}-06-30`,
    label: `6 tháng đầu năm ${of}`,
  });
  const second = (of: number) => ({
    from: `${of}-07-01`,
    to: `${of}-12-31`,
    label: `6 tháng cuối năm ${of}`,
  });
  const whole = { from: `${year}-01-01`, to: `${year}-12-31`, label: `Cả năm ${year}` };
  const running = today < `${year}-07-01` ? first(year) : second(year);
  const before = today < `${year}-07-01` ? second(year - 1) : first(year);
  return [running, before, whole];
}

/** The instants of the district's days. */
export const spanOf = ({ from, to }: SummaryQuery) => ({
  startsAt: new Date(`${from}T00:00:00+07:00`),
  endsAt: new Date(`${nextDay(to)}T00:00:00+07:00`),
});
