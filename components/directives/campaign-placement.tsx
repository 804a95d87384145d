import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DirectiveView } from "@/lib/directives/queries";
import type { FormAction } from "@/lib/form-state";

type Props = {
  directive: Pick<DirectiveView, "id" | "campaign">;
  campaigns: { id: string; name: string }[];
  place: FormAction;
};

/** The campaign is no part of the text: the district may say it after issuing. */
export function CampaignPlacement({ directive, campaigns, place }: Props) {
  const { campaign } = directive;
  const known = campaign && !campaigns.some(({ id }) => id === campaign.id) ? [campaign] : [];
  return (
    <Card title="Đợt cao điểm">
      <ActionForm
        key={campaign?.id}
        action={place}
        hidden={{ directiveId: directive.id }}
        whenDone="keep"
        className="gap-3"
        footer={
          <SubmitButton variant="secondary" size="sm">
            Lưu đợt
          </SubmitButton>
        }
      >
        <SelectField
          label="Thuộc đợt"
          name="campaignId"
          optional
          defaultValue={campaign?.id ?? ""}
          placeholder="Không thuộc đợt nào"
          options={[...known, ...campaigns].map(({ id, name }) => ({ value: id, label: name }))}
        />
      </ActionForm>
    </Card>
  );
}
