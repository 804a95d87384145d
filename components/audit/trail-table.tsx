import { DefinitionList } from "@/components/ui/definition-list";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { actionLabels, readableDetails, subjectLabels } from "@/lib/audit/trail/labels";
import type { AuditEntryRow } from "@/lib/audit/trail/queries";
import { formatDay, formatTime } from "@/lib/time";

export function TrailTable({ rows }: { rows: AuditEntryRow[] }) {
  return (
    <Table caption="Nhật ký hệ thống, mới nhất trước">
      <thead>
        <tr>
          <Th>Lúc</Th>
          <Th>Ai</Th>
          <Th>Việc làm</Th>
          <Th>Chi tiết</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={`${row.unitId} ${row.seq}`}>
            <Td label="Lúc" className="whitespace-nowrap tabular-nums">
              <time dateTime={row.at.toISOString()}>
                {formatTime(row.at)} <span className="text-ink-muted">{formatDay(row.at)}</span>
              </time>
            </Td>
            <Td label="Ai">
              <span className="block font-medium">{row.actorName}</span>
              <span className="block text-ink-muted">{row.unitName}</span>
            </Td>
            <Td label="Việc làm">{actionLabels[row.action] ?? row.action}</Td>
            <Td label="Chi tiết">
              <EntryDetails row={row} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What was said at the time, and folded away what proves it. */
function EntryDetails({ row }: { row: AuditEntryRow }) {
  const said = readableDetails(row.details);
  return (
    <div className="grid min-w-0 gap-1">
      {said.map(([name, value]) => (
        <p key={name} className="min-w-0 break-words">
          <span className="text-ink-muted">{name}:</span> {value}
        </p>
      ))}
      <details>
        <summary className="cursor-pointer py-1 text-ink-muted pointer-coarse:py-3">
          Dấu vết
        </summary>
        <DefinitionList
          items={[
            ["Đối tượng", subjectLabels[row.subjectType] ?? row.subjectType],
            [
              "Mã đối tượng",
              <TextLink
                key="subject"
                className="text-xs break-all"
                href={`/admin/audit?${new URLSearchParams({ subject: row.subjectType, subjectId: row.subjectId })}`}
              >
                {row.subjectId}
              </TextLink>,
            ],
            ["Địa chỉ mạng", row.ip],
            ["Thiết bị", row.userAgent],
            ["Số trong chuỗi", row.seq],
            ["Mã băm trước", <Code key="before" text={row.before} />],
            ["Mã băm sau", <Code key="after" text={row.after} />],
            ["Mã băm bản ghi", <Code key="hash" text={row.hash} />],
          ]}
        />
      </details>
    </div>
  );
}

function Code({ text }: { text: string | null }) {
  if (!text) return <span className="text-ink-muted">Không có</span>;
  return <code className="text-xs break-all">{text}</code>;
}
