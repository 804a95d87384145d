import { ActionForm } from "@/components/ui/action-form";
import { DateTimeField } from "@/components/ui/date-time-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { postLabels } from "@/lib/duty/labels";
import type { DutyPersonRow } from "@/lib/duty/people/queries";
import { type DutyPost, dutyPosts } from "@/lib/duty/schema";
import type { FormAction } from "@/lib/form-state";
import { PersonSelect } from "./person-select";

type Props = {
  roster: { id: string; state: string; startsAt: Date; endsAt: Date };
  people: DutyPersonRow[];
  wanted: { post: DutyPost; startsAt: Date; endsAt: Date | null };
  requestId: string;
  action: FormAction;
};

export function AddShiftForm({ roster, people, wanted, requestId, action }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={{ requestId, rosterId: roster.id }}
      label="Xếp người trực"
      footer={<SubmitButton>Xếp vào lịch</SubmitButton>}
    >
      <RadioCards
        label="Loại trực"
        name="post"
        columns={2}
        defaultValue={wanted.post}
        options={dutyPosts.map((post) => ({ value: post, label: postLabels[post] }))}
      />
      <PersonSelect label="Người trực" people={people} span={wanted} />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateTimeField
          label="Từ"
          name="startsAt"
          defaultValue={wanted.startsAt}
          min={roster.startsAt}
          max={roster.endsAt}
        />
        <DateTimeField
          label="Đến"
          name="endsAt"
          defaultValue={wanted.endsAt}
          min={roster.startsAt}
          max={roster.endsAt}
        />
      </div>
      {roster.state === "published" ? (
        <TextField label="Lý do điều chỉnh" name="reason" maxLength={300} />
      ) : null}
    </ActionForm>
  );
}
