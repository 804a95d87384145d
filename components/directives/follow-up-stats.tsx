import { Card } from "@/components/ui/card";
import { StackedBar } from "@/components/ui/stacked-bar";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { DirectiveSummary } from "@/lib/directives/matrix/queries";

/** How far all units are: one bar, and done or not × in time or late. */
export function FollowUpStats({ summary }: { summary: DirectiveSummary }) {
  const { total, accepted, reported, sentBack, overdue } = summary;
  const open = total - accepted - reported - sentBack;
  return (
    <Card title="Tổng hợp">
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-4">
          <p className="text-ink-muted">
            <b className="text-ink">{summary.opened}</b>/{summary.units} đơn vị đã xem,{" "}
            <b className="text-ink">{summary.acknowledged}</b> đã tiếp nhận,{" "}
            <b className="text-ink">{accepted + reported}</b>/{total} nhiệm vụ đã báo cáo
            {overdue > 0 ? (
              <>
                , <b className="text-danger-ink">{overdue} quá hạn</b>
              </>
            ) : null}
            .
          </p>
          <StackedBar
            segments={[
              { label: "Đạt", value: accepted, tone: "success" },
              { label: "Đã báo cáo", value: reported, tone: "info" },
              { label: "Cần làm lại", value: sentBack, tone: "danger" },
              { label: "Chưa báo cáo", value: open, tone: "neutral" },
            ]}
          />
        </div>
        <div className="-mx-4 sm:mx-0">
          <Table caption="Kết quả theo thời hạn">
            <thead>
              <tr>
                <Th>Nhiệm vụ</Th>
                <Th numeric>Trong hạn</Th>
                <Th numeric>Quá hạn</Th>
              </tr>
            </thead>
            <tbody>
              <Tr>
                <Th scope="row">Đã báo cáo</Th>
                <Td label="Trong hạn" numeric>
                  {summary.doneOnTime}
                  {summary.onTimeByExtension > 0 ? (
                    <span className="block text-xs text-ink-muted">
                      {summary.onTimeByExtension} nhờ gia hạn
                    </span>
                  ) : null}
                </Td>
                <Td label="Quá hạn" numeric>
                  {summary.doneLate}
                </Td>
              </Tr>
              <Tr>
                <Th scope="row">Chưa báo cáo</Th>
                <Td label="Trong hạn" numeric>
                  {summary.openInTime}
                </Td>
                <Td label="Quá hạn" numeric>
                  {overdue}
                </Td>
              </Tr>
            </tbody>
          </Table>
        </div>
      </div>
    </Card>
  );
}
