import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { MeasuredTelcos } from "@/lib/complaints/measures/queries";
import type { TelcoMeasureKind } from "@/lib/complaints/measures/schema";
import { formatDay } from "@/lib/time";

const measures: [kind: TelcoMeasureKind, label: string][] = [
  ["infrastructure", "Hạ tầng: ngày đã báo"],
  ["blocking", "Chặn lọc: nguồn đã xử lý"],
  ["complaints", "Phản ánh: xong đúng hạn"],
  ["authority_requests", "Yêu cầu: trả lời đúng hạn"],
];

/** The telcos' obligations of a directive: computed, nothing of it is declared. */
export function TelcoMeasuresCard({ telcos }: { telcos: MeasuredTelcos | null }) {
  if (!telcos || telcos.rows.length === 0) return null;
  const asked = measures.filter(([kind]) => telcos.rows.some((row) => row[kind] !== null));
  return (
    <Card
      title="Nhiệm vụ của nhà mạng"
      description={`${telcos.campaign.name}, ${formatDay(telcos.from)} đến ${formatDay(telcos.to)}: tính từ hồ sơ phản ánh, yêu cầu và báo cáo hạ tầng.`}
      aside={<TextLink href="/complaints/figures">Số liệu</TextLink>}
      flush
    >
      <Table caption="Nhiệm vụ của nhà mạng">
        <thead>
          <tr>
            <Th>Nhà mạng</Th>
            {asked.map(([kind, label]) => (
              <Th key={kind}>{label}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {telcos.rows.map((row) => (
            <Tr key={row.unitId}>
              <Th scope="row">{row.unit}</Th>
              {asked.map(([kind, label]) => (
                <Td key={kind} label={label}>
                  <MeasureBadge measure={row[kind]} />
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function MeasureBadge({ measure }: { measure: { done: number; of: number } | null }) {
  if (measure === null) return <span className="text-sm text-ink-muted">Không giao</span>;
  const { done, of } = measure;
  if (of === 0) return <Badge tone="neutral">Chưa có gì để tính</Badge>;
  const share = Math.floor((100 * done) / of);
  const tone = share === 100 ? "success" : share >= 80 ? "warning" : "danger";
  return <Badge tone={tone}>{`${done}/${of}, ${share}%`}</Badge>;
}
