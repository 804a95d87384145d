import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Check } from "@/components/ui/icons";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { Candidates, IncidentView } from "@/lib/incidents/detail/queries";
import { stateLabels } from "@/lib/incidents/labels";
import { formatInstant } from "@/lib/time";
import { PersonField } from "./person-field";

export type TaskActions = Record<"add" | "finish" | "assign", FormAction>;
type Props = { incident: IncidentView; candidates: Candidates; actions: TaskActions };

/** What is to be done; the mandatory ones keep the case open. */
export function IncidentTasks({ incident, candidates, actions }: Props) {
  const { tasks, may } = incident;
  const left = tasks.filter(({ mandatory, doneAt }) => mandatory && !doneAt).length;
  return (
    <Card
      title="Việc phải làm"
      description={
        left > 0
          ? `Còn ${left} việc bắt buộc: làm xong mới kết thúc được sự cố.`
          : "Các việc bắt buộc đã xong."
      }
      aside={may.handle ? <AddTask incident={incident} action={actions.add} /> : null}
      flush
    >
      <ul>
        {tasks.map((task) => (
          <li
            key={task.id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-0 sm:px-5"
          >
            <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
              <p className={task.doneAt ? "text-ink-muted" : "font-medium"}>{task.text}</p>
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-muted">
                <span>{stateLabels[task.phase].text}</span>
                {task.mandatory && !task.doneAt ? <Badge tone="warning">Bắt buộc</Badge> : null}
                {task.assigneeId ? <span>giao {nameOf(candidates, task.assigneeId)}</span> : null}
              </p>
              {task.note ? <p className="text-sm">{task.note}</p> : null}
            </div>
            {task.doneAt ? (
              <p className="flex items-center gap-1.5 text-sm text-success-ink">
                <Check aria-hidden className="size-4 shrink-0" />
                {formatInstant(task.doneAt)} · {task.doneBy}
              </p>
            ) : (
              <div className="flex flex-wrap gap-2">
                {may.handle ? (
                  <Dialog
                    trigger="Giao"
                    triggerLabel={`Giao việc: ${task.text}`}
                    title="Giao việc"
                    description={task.text}
                    variant="ghost"
                    width="sm"
                  >
                    <ActionForm
                      action={actions.assign}
                      hidden={{ incidentId: incident.id, taskId: task.id }}
                      footer={<SubmitButton>Giao việc</SubmitButton>}
                    >
                      <PersonField
                        label="Người làm"
                        name="assigneeId"
                        candidates={candidates}
                        defaultValue={task.assigneeId ?? ""}
                      />
                    </ActionForm>
                  </Dialog>
                ) : null}
                {may.add ? (
                  <ActionForm
                    action={actions.finish}
                    hidden={{ incidentId: incident.id, taskId: task.id, note: "" }}
                    label={task.text}
                    className="gap-2"
                  >
                    <SubmitButton variant="secondary">
                      Xong
                      <span className="sr-only">: {task.text}</span>
                    </SubmitButton>
                  </ActionForm>
                ) : null}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const nameOf = (candidates: Candidates, id: string) =>
  candidates.people.find((person) => person.id === id)?.fullName ?? "người khác";

function AddTask({ incident, action }: { incident: IncidentView; action: FormAction }) {
  return (
    <Dialog trigger="Thêm việc" title="Thêm việc" size="sm" width="sm">
      <ActionForm
        action={action}
        hidden={{ incidentId: incident.id, requestId: randomUUID() }}
        footer={<SubmitButton>Thêm việc</SubmitButton>}
      >
        <TextField label="Việc cần làm" name="text" maxLength={500} />
        <Checkbox name="mandatory" value="true" label="Bắt buộc trước khi kết thúc" />
      </ActionForm>
    </Dialog>
  );
}
