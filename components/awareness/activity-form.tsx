import { ActionForm } from "@/components/ui/action-form";
import { DateTimeField } from "@/components/ui/date-time-field";
import { PhotoField } from "@/components/ui/photo-field";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { awarenessLabels } from "@/lib/awareness/labels";
import { type AwarenessKind, awarenessKinds } from "@/lib/awareness/schema";
import type { FormAction } from "@/lib/form-state";
import { now, parseLocal } from "@/lib/time";

type Start = {
  kind: AwarenessKind;
  topic: string;
  heldOn: string;
  times: number;
  staffReach: number | null;
  publicReach: number | null;
  note: string;
};

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  /** What the fields hold at first: the unit's last activity, or the one being corrected. */
  start: Partial<Start>;
  topics: string[];
  submit: string;
  label: string;
};

/** What was done, for whom, with a photo: on a telephone, with one thumb. */
export function ActivityForm({ action, hidden, start, topics, submit, label }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      label={label}
      whenDone="keep"
      footer={<SubmitButton pendingLabel="Đang lưu">{submit}</SubmitButton>}
    >
      <RadioCards
        label="Hình thức"
        name="kind"
        columns="pairs"
        defaultValue={start.kind ?? "loudspeaker"}
        options={awarenessKinds.map((kind) => ({ value: kind, label: awarenessLabels[kind].text }))}
      />
      <div className="grid gap-1.5">
        <TextField
          label="Nội dung"
          name="topic"
          list="awareness-topics"
          maxLength={200}
          defaultValue={start.topic}
          autoComplete="off"
          hint="Chọn thủ đoạn có sẵn hoặc tự ghi."
        />
        <datalist id="awareness-topics">
          {topics.map((topic) => (
            <option key={topic} value={topic} />
          ))}
        </datalist>
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <DateTimeField
          label="Ngày"
          name="heldOn"
          precision="day"
          defaultValue={start.heldOn ? parseLocal(start.heldOn) : now()}
          max={now()}
        />
        <TextField
          label="Số lần"
          name="times"
          inputMode="numeric"
          hint="Buổi phát, bài đăng, tờ rơi…"
          defaultValue={String(start.times ?? 1)}
        />
        <TextField
          label="Lượt cán bộ, công chức"
          name="staffReach"
          inputMode="numeric"
          optional
          hint="Không đếm thì để trống."
          defaultValue={start.staffReach?.toString() ?? ""}
        />
        <TextField
          label="Lượt người dân"
          name="publicReach"
          inputMode="numeric"
          optional
          hint="Không đếm thì để trống."
          defaultValue={start.publicReach?.toString() ?? ""}
        />
      </div>
      <PhotoField
        label="Ảnh"
        name="photos[]"
        multiple
        optional
        hint="Ảnh được thu nhỏ và bỏ vị trí chụp ngay trên máy."
      />
      <TextArea
        label="Ghi chú"
        name="note"
        rows={2}
        optional
        maxLength={1000}
        defaultValue={start.note}
      />
    </ActionForm>
  );
}
