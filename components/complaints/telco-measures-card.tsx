import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DirectiveTelcos } from "@/lib/complaints/figures/queries";
import { formatDay } from "@/lib/time";

const measures = [
  ["infrastructure", "Hạ tầng: ngày đã báo"],
  ["blocking", "Chặn lọc: nguồn đã xử lý"],
  ["complaints", "Phản ánh: xong đúng hạn"],
  ["requests", "Yêu cầu: trả lời đúng hạn"],
] as const;

/** The telcos' four obligations of a directive: computed, nothing of it is declared. */
export function TelcoMeasuresCard({ telcos }: { telcos: DirectiveTelcos | null }) {
  if (!telcos || telcos.rows.length === 0) return null;
  return (
    <Card
      title="Nhà mạng: bốn nhiệm vụ"
      description={`${formatDay(telcos.from)} đến ${formatDay(telcos.to)}: tính từ hồ sơ phản ánh, yêu cầu và báo cáo hạ tầng.`}
      aside={<TextLink href="/complaints/periods">Báo cáo kỳ</TextLink>}
      flush
    >
      <Table caption="Bốn nhiệm vụ của nhà mạng">
        <thead>
          <tr>
            <Th>Nhà mạng</Th>
            {measures.map(([key, label]) => (
              <Th key={key}>{label}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {telcos.rows.map((row) => (
            <Tr key={row.unitId}>
              <Th scope="row">{row.unit}</Th>
              {measures.map(([key, label]) => (
                <Td key={key} label={label}>
                  <MeasureBadge {...row[key]} />
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function MeasureBadge({ done, of }: { done: number; of: number }) {
  if (of === 0) return <Badge tone="neutral">Chưa có gì để tính</Badge>;
  const share = Math.floor((100 * done) / of);
  const tone = share === 100 ? "success" : share >= 80 ? "warning" : "danger";
  return <Badge tone={tone}>{`${done}/${of}, ${share}%`}</Badge>;
}
