import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Stat } from "@/components/ui/stat";
import { StatRow } from "@/components/ui/stat-row";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { IncidentFigures } from "@/lib/incidents/figures/queries";
import { durationWords, kindLabels } from "@/lib/incidents/labels";

/** How many, of what kind, how fast, and whether what the law asks for came in time. */
export function FigureTables({ figures }: { figures: IncidentFigures }) {
  const { kinds, units, times, kept } = figures;
  return (
    <>
      <StatRow>
        <Stat label="Sự cố trong kỳ" value={times.total} />
        <Stat label="Tiếp nhận sau" value={durationWords(times.toAcknowledge)} note="trung vị" />
        <Stat label="Ngăn chặn sau" value={durationWords(times.toContain)} note="trung vị" />
        <Stat label="Kết thúc sau" value={durationWords(times.toClose)} note="trung vị" />
        <Stat label="Báo cáo đúng hạn" value={kept.onTime} tone="success" />
        <Stat label="Báo cáo muộn" value={kept.late} tone={kept.late ? "warning" : "neutral"} />
        <Stat
          label="Đang quá hạn"
          value={kept.overdue}
          tone={kept.overdue ? "danger" : "neutral"}
        />
      </StatRow>
      {times.total === 0 ? (
        <Card>
          <EmptyState title="Không có sự cố nào trong kỳ">Chọn kỳ khác ở trên.</EmptyState>
        </Card>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title="Theo loại (Mẫu 05)" flush>
            <Table caption="Sự cố theo loại">
              <thead>
                <tr>
                  <Th>Loại</Th>
                  <Th numeric>Số sự cố</Th>
                  <Th numeric>Đang xử lý</Th>
                  <Th numeric>Vượt khả năng</Th>
                </tr>
              </thead>
              <tbody>
                {kinds.map((row) => (
                  <Tr key={row.kind}>
                    <Th scope="row">{kindLabels[row.kind]}</Th>
                    <Td label="Số sự cố" numeric>
                      {row.total}
                    </Td>
                    <Td label="Đang xử lý" numeric>
                      {row.open}
                    </Td>
                    <Td label="Vượt khả năng" numeric>
                      {row.escalated}
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </Card>
          <Card title="Theo đơn vị" flush>
            <Table caption="Sự cố theo đơn vị">
              <thead>
                <tr>
                  <Th>Đơn vị</Th>
                  <Th numeric>Số sự cố</Th>
                  <Th numeric>Đang xử lý</Th>
                </tr>
              </thead>
              <tbody>
                {units.map((row) => (
                  <Tr key={row.unitId}>
                    <Th scope="row">{row.name}</Th>
                    <Td label="Số sự cố" numeric>
                      {row.total}
                    </Td>
                    <Td label="Đang xử lý" numeric>
                      {row.open}
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </Card>
        </div>
      )}
    </>
  );
}
