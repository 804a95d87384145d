import { Card } from "@/components/ui/card";
import { PhoneLink } from "@/components/ui/phone-link";
import { postLabels } from "@/lib/duty/labels";
import type { Callee } from "@/lib/incidents/callees/queries";

/** Who is on duty this minute, each a tap away; where nobody is, the unit's own number. */
export function CalleeList({ callees }: { callees: Callee[] }) {
  return (
    <Card id="call" title="Gọi ngay" description="Người đang trực lúc này, theo lịch trực." flush>
      <ul>
        {callees.map((unit) => (
          <li
            key={unit.id}
            className="grid gap-0.5 border-b border-line px-4 py-3 last:border-0 sm:px-5"
          >
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 font-medium">
              {unit.own ? `${unit.name} (đơn vị mình)` : unit.name}
              {unit.phone ? <PhoneLink phone={unit.phone} name={unit.name} /> : null}
            </p>
            {unit.people.map((person) => (
              <p
                key={person.id}
                className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm text-ink-muted"
              >
                <span>
                  {person.name} · {postLabels[person.post]}
                </span>
                {person.phone ? <PhoneLink phone={person.phone} name={person.name} /> : null}
              </p>
            ))}
            {unit.people.length === 0 ? (
              <p className="text-sm text-ink-muted">Chưa có tên trong lịch trực lúc này.</p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
