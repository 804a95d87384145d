import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComplaintTabs } from "@/components/complaints/complaint-tabs";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requireActor } from "@/lib/auth/session";
import { findComplaintSetting } from "@/lib/complaints/settings/queries";
import { findPart } from "@/lib/complaints/standing/queries";
import { saveComplaintSettingAction } from "../actions";

export const metadata: Metadata = { title: "Thời hạn phản ánh" };

export default async function ComplaintSettingPage() {
  const actor = await requireActor();
  const [setting, part] = await Promise.all([findComplaintSetting(actor), findPart(actor)]);
  if (!setting) notFound();
  return (
    <>
      <PageHeader title="Thời hạn phản ánh" />
      <ComplaintTabs current="settings" part={part} />
      <Card className="max-w-xl" description="Do huyện đặt; phản ánh đã có hạn thì giữ hạn cũ.">
        <ActionForm
          key={setting.version}
          action={saveComplaintSettingAction}
          hidden={{ version: String(setting.version) }}
          whenDone="keep"
          label="Thời hạn"
          footer={<SubmitButton>Lưu</SubmitButton>}
        >
          <TextField
            label="Hạn xử lý, giờ từ lúc tiếp nhận"
            name="dueHours"
            inputMode="numeric"
            defaultValue={setting.dueHours}
          />
          <TextField
            label="Lưu dữ liệu người phản ánh, ngày từ lúc xong"
            name="retentionDays"
            inputMode="numeric"
            defaultValue={setting.retentionDays}
            hint="Hết hạn thì tên, số, địa chỉ bị xóa; phản ánh và số liệu vẫn còn."
          />
        </ActionForm>
      </Card>
    </>
  );
}
