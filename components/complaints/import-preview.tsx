import { Card } from "@/components/ui/card";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { ImportView } from "@/lib/complaints/import/queries";
import { channelLabels, kindLabels } from "@/lib/complaints/labels";
import { formatInstant } from "@/lib/time";

/** Some rows as they will be taken in, and what is wrong with others. */
export function ImportPreview({ file }: { file: ImportView }) {
  return (
    <>
      {file.errors.length > 0 ? (
        <Card title={`${file.bad} dòng có lỗi`} flush>
          <ul className="grid gap-1 px-4 pb-4 text-sm sm:px-5">
            {file.errors.map(({ line, problem }) => (
              <li key={line}>
                <span className="font-medium tabular-nums">Dòng {line}:</span> {problem}
              </li>
            ))}
            {file.bad > file.errors.length ? (
              <li className="text-ink-muted">và {file.bad - file.errors.length} dòng nữa.</li>
            ) : null}
          </ul>
        </Card>
      ) : null}
      {file.rows.length > 0 ? (
        <Card title="Xem trước" flush>
          <Table caption="Những dòng đầu như sẽ được nhập">
            <thead>
              <tr>
                <Th>Nguồn</Th>
                <Th>Loại</Th>
                <Th>Tiếp nhận</Th>
                <Th>Nội dung</Th>
                <Th>Người phản ánh</Th>
              </tr>
            </thead>
            <tbody>
              {file.rows.map((row) => (
                <Tr key={row.line}>
                  <Th scope="row" className="break-all">
                    {row.source?.value ?? "Không có"}
                  </Th>
                  <Td label="Loại">
                    {kindLabels[row.kind]}
                    <p className="text-xs text-ink-muted">{channelLabels[row.channel]}</p>
                  </Td>
                  <Td label="Tiếp nhận">{formatInstant(row.receivedAt)}</Td>
                  <Td label="Nội dung" className="break-words">
                    {row.content.slice(0, 120)}
                  </Td>
                  <Td label="Người phản ánh">{row.who || "Không có"}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Card>
      ) : null}
    </>
  );
}
