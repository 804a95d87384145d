import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { PhoneLink } from "@/components/ui/phone-link";
import { TextLink } from "@/components/ui/text-link";
import type { DirectiveWatch, WatchException } from "@/lib/duty/coverage/exceptions/queries";
import { MeasureStats } from "./measure-stats";
import { minuteWords } from "./span-text";

type Props = { directiveId: string; watch: DirectiveWatch | null };

/** "Trực 24/7" over all units of a directive: computed, with those that fall short by name. */
export function DirectiveWatchCard({ directiveId, watch }: Props) {
  if (!watch || watch.measure.units === 0) return null;
  const { campaign, measure, exceptions } = watch;
  const wall = `/duty/coverage?campaign=${campaign.id}&only=gaps`;
  return (
    <Card
      title="Trực 24/7"
      description={`${campaign.name}: tính từ lịch trực và giờ nhận ca, không phải khai.`}
      aside={<TextLink href={wall}>Xem độ phủ từng giờ</TextLink>}
    >
      <div className="grid gap-4">
        <MeasureStats measure={measure} />
        {exceptions.total === 0 ? (
          <Alert tone="success">Mọi đơn vị có một người trực, có tên, ở mọi phút.</Alert>
        ) : (
          <section aria-label="Đơn vị chưa đạt trực 24/7" className="grid gap-2">
            <h3 className="font-medium">{exceptions.total} đơn vị chưa đạt</h3>
            <ul className="grid gap-x-6 gap-y-2 md:grid-cols-2">
              {exceptions.units.map((unit) => (
                <li key={unit.unitId} className="grid gap-0.5">
                  <span className="flex flex-wrap items-center gap-x-3">
                    {unit.assignmentId ? (
                      <TextLink
                        href={`/directives/${directiveId}/assignments/${unit.assignmentId}`}
                      >
                        {unit.unit}
                      </TextLink>
                    ) : (
                      <span>{unit.unit}</span>
                    )}
                    {unit.phone ? <PhoneLink phone={unit.phone} name={unit.unit} /> : null}
                  </span>
                  <span className="text-sm text-danger-ink">{shortfall(unit)}</span>
                </li>
              ))}
            </ul>
            {exceptions.total > exceptions.units.length ? (
              <p className="text-sm text-ink-muted">
                và {exceptions.total - exceptions.units.length} đơn vị nữa.
              </p>
            ) : null}
          </section>
        )}
      </div>
    </Card>
  );
}

function shortfall({ rosterId, gapMinutes, missedMinutes }: WatchException) {
  const parts = [
    ...(rosterId ? [] : ["Chưa lập lịch"]),
    ...(gapMinutes > 0 ? [`Thiếu ${minuteWords(Math.round(gapMinutes))}`] : []),
    ...(missedMinutes > 0 ? [`Không nhận ca ${minuteWords(Math.round(missedMinutes))}`] : []),
  ];
  return parts.join(" · ");
}
