import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { PrintButton } from "@/components/ui/print-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/form-state";

type Props = {
  sourceId: string;
  warningId: string;
  draft: string;
  message: string;
  requestHref: string;
  warn: FormAction;
};

/** What a source that comes back is turned into, each in one tap. */
export function ClusterActions({ sourceId, warningId, draft, message, requestHref, warn }: Props) {
  return (
    <>
      <Card title="Cảnh báo các xã" className="print:hidden">
        <ActionForm
          key={warningId}
          action={warn}
          hidden={{ sourceId, warningId }}
          label="Cảnh báo các xã"
          footer={<SubmitButton>Gửi cảnh báo tới các xã</SubmitButton>}
        >
          <TextArea label="Nội dung cảnh báo" name="text" rows={4} defaultValue={draft} />
        </ActionForm>
      </Card>
      <Card title="Tin tuyên truyền">
        <div className="grid gap-3">
          <p className="rounded-md border border-line bg-subtle px-3 py-2 break-words whitespace-pre-line">
            {message}
          </p>
          <div className="flex flex-wrap gap-2 print:hidden">
            <CopyButton text={message} label="Chép để gửi Zalo" variant="secondary" />
            <PrintButton size="sm" />
          </div>
        </div>
      </Card>
      <ButtonLink href={requestHref} className="print:hidden">
        Yêu cầu nhà mạng xử lý
      </ButtonLink>
    </>
  );
}
