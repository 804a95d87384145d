import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { shortChannelLabels, topicLabels } from "@/lib/notifications/choices/labels";
import type { NoticeChoices } from "@/lib/notifications/choices/queries";
import { channels, topics } from "@/lib/notifications/choices/schema";

type Props = { action: FormAction; choices: NoticeChoices };

/** Which topics by which channel, when not to be disturbed, when the morning digest comes. */
export function ChoicesForm({ action, choices }: Props) {
  const quiet = choices.quietFrom !== null;
  return (
    <ActionForm
      action={action}
      hidden={{ version: String(choices.version) }}
      whenDone="keep"
      footer={<SubmitButton>Lưu lựa chọn</SubmitButton>}
    >
      <TextField
        label="Địa chỉ thư điện tử"
        name="emailAddress"
        type="email"
        autoComplete="email"
        optional
        hint="Để trống thì không nhận thư."
        defaultValue={choices.emailAddress ?? ""}
        className="sm:max-w-md"
      />
      <ul className="divide-y divide-line border-y border-line">
        {topics.map((topic) => (
          <li key={topic}>
            <fieldset className="grid gap-x-6 py-3 sm:grid-cols-[1fr_auto] sm:items-center">
              <legend className="float-left grid sm:contents">
                <span className="grid">
                  <span className="font-medium">{topicLabels[topic].label}</span>
                  <span className="text-sm text-ink-muted">{topicLabels[topic].hint}</span>
                </span>
              </legend>
              <div className="clear-both flex flex-wrap gap-x-4">
                {channels.map((channel) => (
                  <Checkbox
                    key={channel}
                    name={`${channel}[]`}
                    value={topic}
                    label={shortChannelLabels[channel]}
                    defaultChecked={choices[channel].includes(topic)}
                  />
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <Checkbox
        name="quiet"
        label="Giờ yên tĩnh: chỉ việc khẩn mới báo, tin khác chờ đến hết giờ"
        defaultChecked={quiet}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField
          label="Yên tĩnh từ"
          name="quietFrom"
          type="time"
          defaultValue={clock(choices.quietFrom ?? 22 * 60)}
        />
        <TextField
          label="Yên tĩnh đến"
          name="quietTo"
          type="time"
          defaultValue={clock(choices.quietTo ?? 6 * 60)}
        />
        <TextField
          label="Gửi bản tin sáng lúc"
          name="digestAt"
          type="time"
          defaultValue={clock(choices.digestAt)}
        />
      </div>
    </ActionForm>
  );
}

const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
