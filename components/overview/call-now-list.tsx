import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PhoneLink } from "@/components/ui/phone-link";
import { TextLink } from "@/components/ui/text-link";
import type { UnitToCall } from "@/lib/overview/queries";
import { formatDue } from "@/lib/time";

type Props = { units: UnitToCall[]; called: number; more: number };

/** Units past a deadline that nobody has called today; each leads to where the call is noted. */
export function CallNowList({ units, called, more }: Props) {
  return (
    <Card
      title="Cần gọi ngay"
      description="Quá hạn mà hôm nay chưa ai gọi"
      flush
      footer={footerOf(called, more)}
    >
      {units.length === 0 ? (
        <EmptyState
          title={called > 0 ? "Đã gọi hết các đơn vị quá hạn" : "Không có đơn vị nào quá hạn"}
        />
      ) : null}
      <ul>
        {units.map((unit) => (
          <li
            key={unit.unitId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-0 sm:px-5"
          >
            <div className="min-w-0">
              <TextLink
                href={`/directives/${unit.directiveId}/calls/${unit.unitId}`}
                className="font-medium"
              >
                {unit.name}
              </TextLink>
              <p className="text-sm text-danger-ink">
                {unit.overdue} việc, {formatDue(unit.oldestDueAt)}
              </p>
            </div>
            <Call unit={unit} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function footerOf(called: number, more: number) {
  const done = called > 0 ? `Đã gọi hôm nay: ${called} đơn vị quá hạn.` : null;
  if (more <= 0) return done ?? undefined;
  return (
    <>
      <TextLink href="/command/overdue">Còn {more} đơn vị khác</TextLink>
      {done ? ` ${done}` : null}
    </>
  );
}

function Call({ unit }: { unit: UnitToCall }) {
  const phone = unit.contactPhone ?? unit.phone;
  if (!phone) return <span className="text-sm text-ink-muted">Chưa có số điện thoại</span>;
  return (
    <span className="text-sm">
      {unit.contactName ? <span className="mr-2 text-ink-muted">{unit.contactName}</span> : null}
      <PhoneLink phone={phone} name={unit.contactName ?? unit.name} />
    </span>
  );
}
