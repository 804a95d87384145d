import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/session";
import { columnLabels, reportStateLabels } from "@/lib/complaints/reports/labels";
import { findPeriod, listPeriods } from "@/lib/complaints/reports/queries";
import { perThousand, shareDone, totalOf } from "@/lib/complaints/reports/rules";
import { columns } from "@/lib/complaints/reports/schema";
import { formatDay, formatInstant } from "@/lib/time";

export const metadata: Metadata = { title: "Báo cáo kỳ" };

/** Telcos side by side; a telco that follows its notice here goes to its own. */
export default async function PeriodPage({ params }: PageProps<"/complaints/periods/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const period = id.success ? await findPeriod(actor, id.data) : null;
  if (!period) {
    const own = (await listPeriods(actor)).find((one) => one.id === id.data)?.reports[0];
    if (own) redirect(`/complaints/periods/reports/${own.id}`);
    notFound();
  }
  return (
    <>
      <PageHeader
        title={period.name}
        breadcrumb={[{ href: "/complaints/periods", label: "Báo cáo kỳ" }]}
        meta={`${formatDay(period.startsOn)} đến ${formatDay(period.endsOn)}, hạn ${formatInstant(period.dueAt)}`}
      >
        <ButtonLink href={`/api/complaints/periods/${period.id}`} download>
          Tải Excel
        </ButtonLink>
      </PageHeader>
      <Card flush>
        <Table caption="Các nhà mạng cạnh nhau">
          <thead>
            <tr>
              <Th>Nhà mạng</Th>
              {columns.map((column) => (
                <Th key={column} numeric>
                  {columnLabels[column]}
                </Th>
              ))}
              <Th numeric>Đã xong</Th>
              <Th numeric>Trên 1.000 thuê bao</Th>
            </tr>
          </thead>
          <tbody>
            {period.reports.map(({ id: reportId, telco, state, figures }) => {
              const total = figures && totalOf(figures);
              return (
                <Tr key={reportId}>
                  <Th scope="row">
                    <TextLink href={`/complaints/periods/reports/${reportId}`}>
                      {telco.name}
                    </TextLink>
                    <p className="mt-1 flex flex-wrap items-center gap-2">
                      <Badge tone={reportStateLabels[state].tone}>
                        {reportStateLabels[state].text}
                      </Badge>
                      {!figures && telco.phone ? (
                        <PhoneLink phone={telco.phone} name={telco.name} />
                      ) : null}
                    </p>
                  </Th>
                  {columns.map((column) => (
                    <Td key={column} label={columnLabels[column]} numeric>
                      {total?.[column] ?? "?"}
                    </Td>
                  ))}
                  <Td label="Đã xong" numeric>
                    {total ? `${shareDone(total) ?? 100}%` : "?"}
                  </Td>
                  <Td label="Trên 1.000 thuê bao" numeric>
                    {(total && perThousand(total.received, figures.subscribers))?.toLocaleString(
                      "vi-VN",
                    ) ?? "?"}
                  </Td>
                </Tr>
              );
            })}
          </tbody>
        </Table>
      </Card>
    </>
  );
}
