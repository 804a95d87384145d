import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { postLabels } from "@/lib/duty/labels";
import type { DutyPersonRow } from "@/lib/duty/people/queries";
import { spanWords } from "./span-text";

type Props = { people: DutyPersonRow[]; editable: boolean; userId: string };

export function DutyPeopleTable({ people, editable, userId }: Props) {
  return (
    <Table caption="Danh sách người trực">
      <thead>
        <tr>
          <Th>Họ tên</Th>
          <Th>Trực được</Th>
          <Th>Điện thoại</Th>
          <Th>Tài khoản</Th>
          <Th>Nghỉ, nguyện vọng</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Tr key={person.id}>
            <Td label="Họ tên">
              <span className="grid">
                {editable || person.userId === userId ? (
                  <TextLink href={`/duty/people/${person.id}`} className="w-fit font-medium">
                    {person.name}
                  </TextLink>
                ) : (
                  <span className="font-medium">{person.name}</span>
                )}
                <span className="text-ink-muted">{person.title}</span>
              </span>
            </Td>
            <Td label="Trực được">{person.posts.map((post) => postLabels[post]).join(", ")}</Td>
            <Td label="Điện thoại">
              {person.phone ? <PhoneLink phone={person.phone} name={person.name} /> : "Chưa có"}
            </Td>
            <Td label="Tài khoản">{person.user?.username ?? "Không có"}</Td>
            <Td label="Nghỉ, nguyện vọng" className="tabular-nums">
              {person.absences.length === 0
                ? "Không"
                : person.absences
                    .slice(0, 3)
                    .map(
                      (absence) =>
                        `${absence.kind === "leave" ? "Nghỉ" : "Xin không trực"} ${spanWords(absence)}`,
                    )
                    .join("; ")}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
