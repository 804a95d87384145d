import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { Check } from "@/components/ui/icons";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { reflexCards } from "@/lib/incidents/reflex/labels";
import { formatTime } from "@/lib/time";

type Props = { incident: IncidentView; tick: FormAction };

/** The first fifteen minutes: one thing to do a line, a thumb to tick it. */
export function ReflexChecklist({ incident, tick }: Props) {
  const card = reflexCards[incident.sign];
  const done = new Map(incident.steps.map((step) => [step.step, step]));
  return (
    <Card
      title={card.title}
      description={`Đã làm ${done.size} trên ${card.steps.length} bước. Làm xong bước nào bấm bước đó.`}
    >
      <div className="grid gap-4">
        <Alert tone="danger" title={card.never} />
        <ol className="grid gap-2">
          {card.steps.map((step, index) => {
            const ticked = done.get(step.key);
            return (
              <li
                key={step.key}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-line px-3.5 py-2.5"
              >
                <div className="grid min-w-0 flex-1 basis-52">
                  <p className={ticked ? "text-ink-muted" : "font-medium"}>
                    {index + 1}. {step.text}
                  </p>
                  {step.why ? <p className="text-sm text-ink-muted">{step.why}</p> : null}
                </div>
                {ticked ? (
                  <p className="flex items-center gap-1.5 text-sm font-medium text-success-ink">
                    <Check aria-hidden className="size-4 shrink-0" />
                    {formatTime(ticked.tickedAt)} · {ticked.byName}
                  </p>
                ) : incident.may.add ? (
                  <ActionForm
                    action={tick}
                    hidden={{ incidentId: incident.id, step: step.key }}
                    label={step.text}
                    className="gap-2"
                  >
                    <SubmitButton>
                      Đã làm
                      <span className="sr-only">: {step.text}</span>
                    </SubmitButton>
                  </ActionForm>
                ) : null}
              </li>
            );
          })}
        </ol>
      </div>
    </Card>
  );
}
