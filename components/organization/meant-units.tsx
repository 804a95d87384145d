import { EmptyState } from "@/components/ui/empty-state";
import { PhoneLink } from "@/components/ui/phone-link";

type Props = { units: { id: string; name: string; kindLabel: string; phone: string | null }[] };

export function MeantUnits({ units }: Props) {
  if (units.length === 0) {
    return (
      <EmptyState title="Chưa có đơn vị nào">
        Chọn loại đơn vị hoặc đơn vị nêu tên ở bên, rồi lưu.
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {units.map(({ id, name, kindLabel, phone }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2 sm:px-5"
        >
          <span>
            <span className="block">{name}</span>
            <span className="block text-sm text-ink-muted">{kindLabel}</span>
          </span>
          {phone ? <PhoneLink phone={phone} name={name} /> : null}
        </li>
      ))}
    </ul>
  );
}
