import { SelectField } from "@/components/ui/select-field";
import { overlaps } from "@/lib/duty/coverage/rules";
import type { DutyPersonRow } from "@/lib/duty/people/queries";

type Props = {
  label: string;
  people: DutyPersonRow[];
  /** Who is away in this time says so beside their name. */
  span?: { startsAt: Date; endsAt: Date | null };
  name?: string;
};

export function PersonSelect({ label, people, span, name = "personId" }: Props) {
  return (
    <SelectField
      label={label}
      name={name}
      placeholder="Chọn người trong danh sách trực"
      options={people.map((person) => ({
        value: person.id,
        label: [person.name, person.title, awayWords(person, span)].filter(Boolean).join(" · "),
      }))}
    />
  );
}

function awayWords({ absences }: DutyPersonRow, span: Props["span"]) {
  const endsAt = span?.endsAt;
  if (!span || !endsAt) return "";
  const away = absences.find((absence) => overlaps(absence, { startsAt: span.startsAt, endsAt }));
  if (!away) return "";
  return away.kind === "leave" ? "đang nghỉ phép" : "xin không trực";
}
