import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CampaignDirective } from "@/lib/campaigns/queries";
import { documentNumber, stateLabels, subjectTitle } from "@/lib/directives/labels";
import { formatDay } from "@/lib/time";
import { Figures } from "./campaign-table";

export function CampaignDirectiveTable({ rows }: { rows: CampaignDirective[] }) {
  return (
    <Table caption="Văn bản của đợt">
      <thead>
        <tr>
          <Th>Văn bản</Th>
          <Th>Trạng thái</Th>
          <Th className="w-64">Nhiệm vụ</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td label="Văn bản">
              <div>
                <span className="line-clamp-3">
                  <TextLink href={`/directives/${row.id}`}>{subjectTitle(row.subject)}</TextLink>
                </span>
                <span className="block text-xs text-ink-muted">
                  {documentNumber(row)}
                  {row.issuedOn && row.issuedAt ? `, ngày ${formatDay(row.issuedOn)}` : null}
                </span>
              </div>
            </Td>
            <Td label="Trạng thái">
              <div>
                <Badge tone={stateLabels[row.state].tone}>{stateLabels[row.state].text}</Badge>
              </div>
            </Td>
            <Td label="Nhiệm vụ">
              {row.progress ? <Figures directives={1} {...row.progress} /> : "Chưa giao"}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
