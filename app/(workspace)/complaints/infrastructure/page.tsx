import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ComplaintTabs } from "@/components/complaints/complaint-tabs";
import { InfrastructureForm } from "@/components/complaints/infrastructure-form";
import { InfrastructureTable } from "@/components/complaints/infrastructure-table";
import { OutageList } from "@/components/complaints/outage-list";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateTimeField } from "@/components/ui/date-time-field";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requireActor } from "@/lib/auth/session";
import { findPart } from "@/lib/complaints/standing/queries";
import { seesAllInfrastructure } from "@/lib/infrastructure/policy";
import {
  findOwnInfrastructure,
  listCommunes,
  listInfrastructure,
  listOutages,
} from "@/lib/infrastructure/queries";
import { formatDay, now } from "@/lib/time";
import { endOutageAction, fileInfrastructureAction, reportOutageAction } from "./actions";

export const metadata: Metadata = { title: "Hạ tầng viễn thông" };

export default async function InfrastructurePage() {
  const actor = await requireActor();
  const [part, own, rows, outages, communes] = await Promise.all([
    findPart(actor),
    findOwnInfrastructure(actor),
    listInfrastructure(actor),
    listOutages(actor),
    listCommunes(actor),
  ]);
  const outageId = randomUUID();
  return (
    <>
      <PageHeader title="Hạ tầng viễn thông" meta={formatDay(now())} />
      <ComplaintTabs current="infrastructure" part={part} />
      <div className="grid gap-6">
        {seesAllInfrastructure(actor) ? (
          <Card flush>
            <InfrastructureTable rows={rows} />
          </Card>
        ) : null}
        {own ? <InfrastructureForm own={own} action={fileInfrastructureAction} /> : null}
        {own ? (
          <Card title="Mất liên lạc" description="Huyện và các xã được chọn được báo ngay.">
            <ActionForm
              key={outages.length}
              action={reportOutageAction}
              hidden={{ outageId }}
              label="Ghi mất liên lạc"
              footer={<SubmitButton variant="danger">Báo mất liên lạc</SubmitButton>}
            >
              <TextField label="Hỏng gì" name="what" />
              <DateTimeField label="Từ lúc" name="startsAt" defaultValue={now()} />
              <CheckboxGroup
                label="Xã, thị trấn bị ảnh hưởng"
                name="communeIds[]"
                optional
                columns={3}
                options={communes.map(({ id, shortName }) => ({ value: id, label: shortName }))}
              />
            </ActionForm>
          </Card>
        ) : null}
        <Card title="Các lần mất liên lạc" flush>
          {outages.length > 0 ? (
            <OutageList outages={outages} end={own ? endOutageAction : undefined} />
          ) : (
            <EmptyState title="Không có lần mất liên lạc nào" />
          )}
        </Card>
      </div>
    </>
  );
}
