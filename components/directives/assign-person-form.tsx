import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";

type Props = {
  assignmentId: string;
  assigneeId: string;
  people: { id: string; fullName: string; title: string }[];
  action: FormAction;
};

export function AssignPersonForm({ assignmentId, assigneeId, people, action }: Props) {
  return (
    <Card title="Phân công trong đơn vị">
      <ActionForm
        action={action}
        hidden={{ assignmentId }}
        whenDone="keep"
        footer={<SubmitButton variant="secondary">Phân công</SubmitButton>}
      >
        <SelectField
          label="Cán bộ thực hiện"
          name="assigneeId"
          optional
          defaultValue={assigneeId}
          placeholder="Chưa giao cho ai"
          options={people.map(({ id, fullName, title }) => ({
            value: id,
            label: title ? `${fullName}, ${title}` : fullName,
          }))}
        />
      </ActionForm>
    </Card>
  );
}
