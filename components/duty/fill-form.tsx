import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { postLabels } from "@/lib/duty/labels";
import type { RosterView } from "@/lib/duty/rosters/queries";
import type { FormAction } from "@/lib/form-state";

type Props = { roster: RosterView; people: number; fill: FormAction; clear: FormAction };

/** Fills a draft fairly; people who are there already stay. */
export function FillForm({ roster, people, fill, clear }: Props) {
  const hidden = { rosterId: roster.id, version: String(roster.version) };
  const posts = (["leader", "staff"] as const).filter((post) => roster.pattern[post].length > 0);
  return (
    <Card
      title="Xếp tự động"
      description="Chia đều đêm, giao thừa, mùng 1–3 và cuối tuần; giữ giờ nghỉ giữa hai ca và ngày nghỉ phép."
    >
      <p className="mb-4 text-sm">
        {people} người trong <TextLink href="/duty/people">danh sách trực</TextLink>. Ca đã xếp được
        giữ nguyên.
      </p>
      <ActionForm
        action={fill}
        hidden={hidden}
        label="Xếp tự động"
        whenDone="keep"
        footer={<SubmitButton>Xếp các ca còn trống</SubmitButton>}
      >
        <CheckboxGroup
          label="Xếp cho"
          name="posts[]"
          options={posts.map((post) => ({ value: post, label: postLabels[post] }))}
          defaultValues={[...posts]}
        />
        <SelectField
          label="Số người trực chuyên môn mỗi ca"
          name="staffPerShift"
          options={["1", "2", "3", "4"].map((value) => ({ value, label: value }))}
          defaultValue="1"
        />
      </ActionForm>
      {roster.shifts.length > 0 ? (
        <div className="mt-4">
          <ConfirmAction
            action={clear}
            hidden={hidden}
            label="Xóa hết các ca"
            question="Xóa mọi ca trong dự thảo?"
            size="sm"
            triggerVariant="ghost"
          />
        </div>
      ) : null}
    </Card>
  );
}
