import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { logLabels } from "@/lib/duty/log/labels";
import { LOG_LIMIT } from "@/lib/duty/log/rules";
import { logKinds } from "@/lib/duty/log/schema";
import type { FormAction } from "@/lib/form-state";
import { DeviceClock } from "./device-clock";
import { WatchForm } from "./offline/watch-form";

type Props = {
  hidden: Record<string, string>;
  action: FormAction;
  /** The entry that this one puts right. */
  corrects?: { id: string; kind: string };
};

export function LogForm({ hidden, action, corrects }: Props) {
  return (
    <WatchForm
      type="log"
      action={action}
      hidden={corrects ? { ...hidden, correctsId: corrects.id } : hidden}
      label="Ghi sổ trực"
      footer={<SubmitButton>Ghi vào sổ</SubmitButton>}
    >
      <DeviceClock />
      <RadioCards
        label="Loại"
        name="kind"
        columns={2}
        defaultValue={corrects?.kind ?? "routine"}
        options={logKinds
          .filter((kind) => kind !== "nil")
          .map((kind) => ({ value: kind, label: logLabels[kind].text }))}
      />
      <TextArea
        label="Nội dung"
        name="text"
        rows={5}
        maxLength={LOG_LIMIT}
        hint={
          corrects
            ? "Ghi lại cho đúng. Mục cũ vẫn còn trong sổ."
            : "Việc gì, ai báo, đã xử lý thế nào."
        }
      />
    </WatchForm>
  );
}
