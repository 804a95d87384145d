import { Badge } from "@/components/ui/badge";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DutyNowRow } from "@/lib/duty/coverage/now/queries";
import { formatTime } from "@/lib/time";
import { spanWords } from "./span-text";

type Person = DutyNowRow["people"][number];

/** Who is on in each unit, until when, taken or not, and who comes next. */
export function NowTable({ units }: { units: DutyNowRow[] }) {
  return (
    <Table caption="Đang trực">
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          <Th>Tình trạng</Th>
          <Th>Trực chuyên môn</Th>
          <Th>Trực lãnh đạo</Th>
          <Th>Ca sau</Th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <Tr key={unit.unitId}>
            <Th scope="row">
              <span className="grid">
                <span>{unit.name}</span>
                {unit.phone ? <PhoneLink phone={unit.phone} name={unit.name} /> : null}
              </span>
            </Th>
            <Td label="Tình trạng">
              <Standing taken={unit.taken} />
            </Td>
            <Td label="Chuyên môn">
              <People
                people={unit.people.filter(({ post }) => post === "staff")}
                none="Không có người"
              />
            </Td>
            <Td label="Lãnh đạo">
              <People
                people={unit.people.filter(({ post }) => post === "leader")}
                none="Không xếp"
              />
            </Td>
            <Td label="Ca sau">
              {unit.next ? (
                <span className="grid">
                  <span>{unit.next.name}</span>
                  <span className="text-ink-muted tabular-nums">{spanWords(unit.next)}</span>
                </span>
              ) : (
                <span className="text-ink-muted">Chưa xếp</span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Standing({ taken }: { taken: boolean | null }) {
  if (taken === null) return <Badge tone="danger">Không có người trực</Badge>;
  return taken ? (
    <Badge tone="success">Đã nhận ca</Badge>
  ) : (
    <Badge tone="warning">Chưa nhận ca</Badge>
  );
}

function People({ people, none }: { people: Person[]; none: string }) {
  if (people.length === 0) return <span className="text-ink-muted">{none}</span>;
  return (
    <span className="grid gap-2">
      {people.map((person) => (
        <span key={person.id} className="grid">
          <TextLink
            href={`/duty/shifts/${person.id}`}
            aria-label={`${person.name}: mở sổ trực`}
            className="flex min-h-6 w-fit items-center font-medium pointer-coarse:min-h-11"
          >
            {person.name}
          </TextLink>
          {person.phone ? <PhoneLink phone={person.phone} name={person.name} /> : null}
          <span className="text-ink-muted tabular-nums">
            đến {formatTime(person.endsAt)}
            {person.checkedInAt ? `, nhận ca ${formatTime(person.checkedInAt)}` : ""}
          </span>
        </span>
      ))}
    </span>
  );
}
