import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PhoneLink } from "@/components/ui/phone-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Receipt } from "@/lib/directives/assignments/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

type Props = {
  directiveId: string;
  receipt: Receipt;
  action: FormAction;
  mayAcknowledge: boolean;
  person: { fullName: string; phone: string };
};

/** Who the district calls about this directive: asked once, then shown. */
export function AcknowledgeCard({ directiveId, receipt, action, mayAcknowledge, person }: Props) {
  if (receipt.acknowledgedAt) return <Acknowledged receipt={receipt} at={receipt.acknowledgedAt} />;
  if (!mayAcknowledge) return null;
  return (
    <Card
      title="Tiếp nhận văn bản"
      description="Cử một người để huyện gọi khi cần. Có thể là chính anh/chị."
      className="border-accent"
    >
      <ActionForm
        action={action}
        hidden={{ directiveId }}
        footer={
          <SubmitButton variant="primary" size="lg">
            Tiếp nhận
          </SubmitButton>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Cán bộ đầu mối"
            name="contactName"
            autoComplete="name"
            defaultValue={person.fullName}
            required
          />
          <TextField
            label="Số điện thoại"
            name="contactPhone"
            type="tel"
            autoComplete="tel"
            defaultValue={person.phone}
            required
          />
        </div>
      </ActionForm>
    </Card>
  );
}

function Acknowledged({ receipt, at }: { receipt: Receipt; at: Date }) {
  const { contactName, contactPhone } = receipt;
  return (
    <Card title="Đã tiếp nhận">
      <DefinitionList
        items={[
          ["Cán bộ đầu mối", contactName],
          ["Điện thoại", contactPhone ? <PhoneLink key="phone" phone={contactPhone} /> : null],
          ["Lúc", formatInstant(at)],
        ]}
      />
    </Card>
  );
}
