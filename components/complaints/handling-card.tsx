import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DateTimeField } from "@/components/ui/date-time-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { stepLabels } from "@/lib/complaints/labels";
import type { ComplaintState } from "@/lib/complaints/schema";
import { sourceSteps } from "@/lib/complaints/schema";
import type { FormAction } from "@/lib/form-state";

export type HandlingActions = Record<"verify" | "handle" | "reject" | "pass" | "route", FormAction>;

type Props = {
  complaint: { id: string; version: number; state: ComplaintState; alike: number };
  /** The telco that the source's prefix belongs to, where that is another. */
  proposed: string | undefined;
  telcos: { id: string; name: string; own: boolean }[];
  actions: HandlingActions;
  at: Date;
};

/** What the telco can do with a case that is open. */
export function HandlingCard({ complaint, telcos, proposed, actions, at }: Props) {
  const seen = { complaintId: complaint.id, version: String(complaint.version) };
  const others = telcos.filter(({ own }) => !own);
  return (
    <Card title="Xử lý" id="handling">
      <div className="grid gap-5">
        {complaint.state === "new" ? (
          <ActionButton action={actions.verify} fields={seen}>
            Bắt đầu xác minh
          </ActionButton>
        ) : null}
        <ActionForm
          action={actions.handle}
          hidden={seen}
          label="Xử lý"
          footer={<SubmitButton>Xử lý</SubmitButton>}
        >
          <SelectField
            label="Biện pháp với nguồn"
            name="step"
            placeholder="Chọn biện pháp"
            options={sourceSteps
              .filter((step) => step !== "not_in_network")
              .map((value) => ({ value, label: stepLabels[value] }))}
          />
          <DateTimeField label="Làm lúc" name="takenAt" defaultValue={at} />
          <TextField label="Ghi chú" name="note" optional />
          <RadioCards
            label="Phản ánh này"
            name="outcome"
            defaultValue="handled"
            columns={2}
            options={[
              { value: "handled", label: "Xong" },
              { value: "goes_on", label: "Còn theo dõi" },
            ]}
          />
          {complaint.alike > 0 ? (
            <Checkbox
              name="scope"
              value="source"
              label={`Cùng ${complaint.alike} phản ánh khác chưa xong về nguồn này`}
              defaultChecked
            />
          ) : null}
        </ActionForm>
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          <ConfirmAction
            action={actions.pass}
            hidden={seen}
            label="Chuyển công an"
            question="Chuyển phản ánh này cho công an huyện?"
            description="Công an đọc được toàn bộ phản ánh, cả người phản ánh."
            variant="primary"
          >
            <TextArea label="Lý do" name="reason" rows={3} />
          </ConfirmAction>
          {others.length > 0 ? (
            <ConfirmAction
              action={actions.route}
              hidden={seen}
              label="Không thuộc mạng"
              question="Chuyển cho nhà mạng khác?"
              description="Phản ánh kết thúc ở đây và bắt đầu ở nhà mạng được chọn."
              variant="primary"
            >
              <SelectField
                label="Nhà mạng đúng"
                name="telcoId"
                placeholder="Chọn nhà mạng"
                defaultValue={proposed}
                options={others.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </ConfirmAction>
          ) : null}
          <ConfirmAction
            action={actions.reject}
            hidden={seen}
            label="Không xử lý"
            question="Kết thúc mà không xử lý?"
          >
            <TextArea label="Lý do" name="reason" rows={3} />
          </ConfirmAction>
        </div>
      </div>
    </Card>
  );
}
