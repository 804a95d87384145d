import { Card } from "@/components/ui/card";
import { StackedBar } from "@/components/ui/stacked-bar";
import { TextLink } from "@/components/ui/text-link";
import type { summariseDutyNow } from "@/lib/duty/coverage/now/queries";

type Props = { summary: Awaited<ReturnType<typeof summariseDutyNow>> };

/** Who is on this minute, by kind of unit. */
export function DutyNowCard({ summary: { kinds, units } }: Props) {
  if (units === 0) return null;
  return (
    <Card title="Trực lúc này" aside={<TextLink href="/duty/now">Ai đang trực</TextLink>}>
      <ul className="grid gap-4">
        {kinds.map(({ code, label, units: all, nobody, untaken }) => (
          <li key={code} className="grid gap-1.5">
            <p className="flex justify-between gap-3 text-sm">
              <span className="font-medium">{label}</span>
              <TextLink href={`/duty/now?kind=${code}`} className="tabular-nums">
                {all - nobody - untaken}/{all} đã nhận ca
              </TextLink>
            </p>
            <StackedBar
              segments={[
                { label: "Không có người", value: nobody, tone: "danger" },
                { label: "Chưa nhận ca", value: untaken, tone: "warning" },
                { label: "Đã nhận ca", value: all - nobody - untaken, tone: "success" },
              ]}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
