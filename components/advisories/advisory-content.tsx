import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { AdvisoryView } from "@/lib/advisories/detail/queries";
import { advisorySeverityLabels } from "@/lib/advisories/labels";
import { defang } from "@/lib/incidents/indicators/rules";
import { formatDay, formatInstant } from "@/lib/time";

/** What the warning says; indicators so that nobody can click them. */
export function AdvisoryContent({ advisory }: { advisory: AdvisoryView }) {
  const { items, indicators, editions } = advisory;
  return (
    <>
      <Card title="Văn bản">
        <DefinitionList
          items={[
            ["Cơ quan cảnh báo", advisory.issuer],
            [
              "Số, ngày",
              [advisory.number, advisory.issuedOn && formatDay(advisory.issuedOn)]
                .filter(Boolean)
                .join(", "),
            ],
            ["Hạn trả lời", advisory.dueAt ? formatInstant(advisory.dueAt) : ""],
            ["Yêu cầu", advisory.request],
          ]}
        />
      </Card>
      {items.length > 0 ? (
        <Card title={`Lỗ hổng (${items.length})`} flush>
          <Table caption="Lỗ hổng">
            <thead>
              <tr>
                <Th>Mã</Th>
                <Th>Sản phẩm</Th>
                <Th>Mức độ</Th>
                <Th>Cách khắc phục</Th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Tr key={item.id}>
                  <Th scope="row" className="whitespace-nowrap">
                    {item.cveId ?? "Chưa có mã"}
                  </Th>
                  <Td label="Sản phẩm">
                    {item.product}
                    {item.listed && item.listed.name !== item.product ? (
                      <span className="block text-ink-muted">Danh mục: {item.listed.name}</span>
                    ) : null}
                  </Td>
                  <Td label="Mức độ">
                    <span className="flex flex-wrap gap-1">
                      <Badge tone={advisorySeverityLabels[item.severity].tone}>
                        {advisorySeverityLabels[item.severity].text}
                      </Badge>
                      {item.knownExploitedAt ? (
                        <Badge tone="danger">Đang bị khai thác</Badge>
                      ) : null}
                    </span>
                  </Td>
                  <Td label="Cách khắc phục" className="break-words">
                    {item.fix || "Cập nhật bản vá của nhà sản xuất"}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Card>
      ) : null}
      {indicators.length > 0 ? (
        <Card
          title={`Dấu hiệu (${indicators.length})`}
          description="Tìm trong nhật ký tường lửa, DNS và máy; viết tách để không bấm nhầm."
        >
          <ul className="grid gap-1 font-mono text-sm break-all">
            {indicators.map((indicator) => (
              <li key={`${indicator.kind}:${indicator.value}`}>{defang(indicator)}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      {editions.length > 1 ? (
        <Card title="Các bản">
          <ul className="grid gap-2 text-sm">
            {editions.map((edition) => (
              <li key={edition.number}>
                <span className="font-medium">Bản {edition.number}</span>,{" "}
                {formatInstant(edition.at)}, {edition.byName}
                {edition.reason ? `: ${edition.reason}` : ""}
                {edition.reopened > 0 ? ` (${edition.reopened} đơn vị phải trả lời lại)` : ""}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
