import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneLink } from "@/components/ui/phone-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { requireActor } from "@/lib/auth/session";
import { findSourceWarning } from "@/lib/complaints/clusters/queries";
import { formatInstant } from "@/lib/time";
import { acknowledgeSourceWarningAction } from "../../sources/actions";

export const metadata: Metadata = { title: "Cảnh báo nguồn lừa đảo" };

export default async function SourceWarningPage({
  params,
}: PageProps<"/complaints/warnings/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const warning = id.success ? await findSourceWarning(actor, id.data) : null;
  if (!warning) notFound();
  const { own, above, receipts } = warning;
  return (
    <>
      <PageHeader
        title="Cảnh báo nguồn lừa đảo"
        breadcrumb={[{ href: "/complaints", label: "Tin rác, lừa đảo" }]}
        meta={`${warning.sentByUnit}, ${warning.sentBy}, ${formatInstant(warning.sentAt)}`}
      />
      <div className="grid gap-6">
        <Card title="Nội dung">
          <div className="grid gap-4">
            <p className="break-words whitespace-pre-line">{warning.text}</p>
            <div className="flex flex-wrap gap-3">
              {own && !own.acknowledgedAt ? (
                <ActionButton
                  action={acknowledgeSourceWarningAction}
                  fields={{ warningId: warning.id }}
                  variant="primary"
                >
                  Đã nhận cảnh báo
                </ActionButton>
              ) : null}
              {own?.acknowledgedAt ? (
                <Badge tone="success">{`Đã nhận ${formatInstant(own.acknowledgedAt)}`}</Badge>
              ) : null}
              <CopyButton text={warning.text} label="Chép để gửi Zalo" />
            </div>
          </div>
        </Card>
        {above ? (
          <Card title="Đơn vị nhận" flush>
            <Table caption="Đơn vị nhận cảnh báo">
              <thead>
                <tr>
                  <Th>Đơn vị</Th>
                  <Th>Đã nhận</Th>
                  <Th>Gọi</Th>
                </tr>
              </thead>
              <tbody>
                {receipts.map(({ unitId, unit, acknowledgedAt, acknowledgedBy }) => (
                  <Tr key={unitId}>
                    <Th scope="row">{unit.name}</Th>
                    <Td label="Đã nhận">
                      {acknowledgedAt ? (
                        `${formatInstant(acknowledgedAt)}, ${acknowledgedBy}`
                      ) : (
                        <Badge tone="warning">Chưa</Badge>
                      )}
                    </Td>
                    <Td label="Gọi">
                      {!acknowledgedAt && unit.phone ? (
                        <PhoneLink phone={unit.phone} name={unit.name} />
                      ) : null}
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </Card>
        ) : null}
      </div>
    </>
  );
}
