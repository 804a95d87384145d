"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { lunarLabel } from "@/lib/campaigns/calendar/rules";
import { type CampaignPlan, daySchema } from "@/lib/campaigns/schema";
import type { FormAction } from "@/lib/form-state";
import { CloneChoice } from "./clone-choice";
import { OccasionEditor } from "./occasion-editor";

type Props = {
  action: FormAction;
  plan: CampaignPlan;
  /** Sent along unchanged: ids, the version that was opened. */
  hidden: Record<string, string>;
  submitLabel: string;
  /** How many directives could come along from the campaign it is cloned from. */
  cloneable?: number;
};

/** What was computed, for the officer to correct before and after it is saved. */
export function CampaignEditor({ action, plan: start, hidden, submitLabel, cloneable }: Props) {
  const [plan, setPlan] = useState(start);
  const set = (change: Partial<CampaignPlan>) => setPlan({ ...plan, ...change });
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      whenDone="keep"
      label="Đợt cao điểm"
      className="gap-6"
      footer={<SubmitButton>{submitLabel}</SubmitButton>}
    >
      <input type="hidden" name="plan" value={JSON.stringify(plan)} />
      <Card title="Đợt">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            className="sm:col-span-2"
            label="Tên đợt"
            name="name"
            maxLength={200}
            value={plan.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextField
            label="Bắt đầu"
            name="startsAt"
            type="datetime-local"
            hint={lunarHint(plan.startsAt)}
            value={plan.startsAt}
            onChange={(event) => set({ startsAt: event.target.value })}
          />
          <TextField
            label="Kết thúc"
            name="endsAt"
            type="datetime-local"
            hint={lunarHint(plan.endsAt)}
            value={plan.endsAt}
            onChange={(event) => set({ endsAt: event.target.value })}
          />
          <TextArea
            className="sm:col-span-2"
            label="Mục đích, yêu cầu"
            name="purpose"
            optional
            rows={2}
            maxLength={2_000}
            value={plan.purpose}
            onChange={(event) => set({ purpose: event.target.value })}
          />
        </div>
      </Card>
      <OccasionEditor
        occasions={plan.occasions}
        onChange={(occasions) => set({ occasions })}
        newDay={plan.startsAt.slice(0, 10)}
      />
      {cloneable === undefined ? null : <CloneChoice directives={cloneable} />}
    </ActionForm>
  );
}

function lunarHint(local: string) {
  const day = local.slice(0, 10);
  return daySchema.safeParse(day).success ? `Âm lịch: ${lunarLabel(day)}` : "Chọn ngày và giờ.";
}
