import { PhoneLink } from "@/components/ui/phone-link";
import type { SilentUnit } from "@/lib/directives/calls/queries";

/** Whom to call, the nearest to the work first. */
export function CallPhones({ unit }: { unit: SilentUnit }) {
  const lines = [
    { role: "Đầu mối", name: unit.contactName, phone: unit.contactPhone },
    { role: "Lãnh đạo", name: unit.leadName, phone: unit.leadPhone },
    { role: "Cơ quan", name: null, phone: unit.phone },
  ].filter(({ name, phone }) => name || phone);
  if (lines.length === 0)
    return <p className="text-sm text-ink-muted">Chưa có số điện thoại nào của đơn vị.</p>;
  return (
    <ul className="grid content-start gap-1 text-sm">
      {lines.map(({ role, name, phone }) => (
        <li key={role} className="flex flex-wrap items-center gap-x-2">
          <span className="w-20 shrink-0 whitespace-nowrap text-ink-muted">{role}</span>
          {phone ? (
            <PhoneLink phone={phone} name={name ?? `${role} ${unit.name}`} />
          ) : (
            <span className="text-ink-muted">chưa có số</span>
          )}
          {name ? <span className="min-w-0">{name}</span> : null}
        </li>
      ))}
    </ul>
  );
}
