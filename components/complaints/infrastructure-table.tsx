import { Badge } from "@/components/ui/badge";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { InfrastructureRow } from "@/lib/infrastructure/queries";
import { formatTime } from "@/lib/time";

/** Each telco today, side by side; who has not said anything is called. */
export function InfrastructureTable({ rows }: { rows: InfrastructureRow[] }) {
  return (
    <Table caption="Hạ tầng viễn thông hôm nay">
      <thead>
        <tr>
          <Th>Nhà mạng</Th>
          <Th numeric>Trạm hỏng</Th>
          <Th numeric>Tuyến hỏng</Th>
          <Th numeric>Trực</Th>
          <Th numeric>Đã chặn</Th>
          <Th>Báo cáo</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, phone, report }) => (
          <Tr key={id}>
            <Th scope="row">{name}</Th>
            <Td label="Trạm hỏng" numeric>
              {report ? `${report.stationsDown}/${report.stationsTotal}` : "?"}
            </Td>
            <Td label="Tuyến hỏng" numeric>
              {report ? `${report.linksDown}/${report.linksTotal}` : "?"}
            </Td>
            <Td label="Trực" numeric>
              {report ? `${report.onDuty} + ${report.reinforcements}` : "?"}
            </Td>
            <Td label="Đã chặn" numeric>
              {report ? report.attacksBlocked : "?"}
            </Td>
            <Td label="Báo cáo">
              {report ? (
                <Badge tone={report.stationsDown + report.linksDown > 0 ? "warning" : "success"}>
                  {`${report.nil ? "Không phát sinh" : "Có số liệu"}, ${formatTime(report.filedAt)}`}
                </Badge>
              ) : (
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone="danger">Chưa báo cáo</Badge>
                  {phone ? <PhoneLink phone={phone} name={name} /> : null}
                </span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
