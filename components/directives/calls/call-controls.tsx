import { randomUUID } from "node:crypto";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { PhoneCall } from "@/components/ui/icons";
import { SubmitButton } from "@/components/ui/submit-button";
import { callSentence, resultLabels } from "@/lib/directives/calls/labels";
import type { SilentUnit, UnitCall } from "@/lib/directives/calls/queries";
import { isHeld } from "@/lib/directives/calls/rules";
import { numberInSentence } from "@/lib/directives/labels";
import type { FormAction } from "@/lib/form-state";
import { now } from "@/lib/time";
import { CallResultForm } from "./call-result-form";

export type CallActions = {
  directiveId: string;
  /** Who looks: writes the result of their own calls. */
  userId: string;
  record: FormAction;
  note: FormAction;
};

/** Who called last and what came of it; and the one tap that says "I am calling". */
export function CallControls({ unit, actions }: { unit: SilentUnit; actions: CallActions | null }) {
  const { call } = unit;
  return (
    <div className="grid content-start gap-2">
      {call ? <LastCall call={call} held={isHeld(call, now())} /> : null}
      {actions ? <Controls unit={unit} actions={actions} /> : null}
      {call || actions ? null : <p className="text-sm text-ink-muted">Chưa ai gọi.</p>}
    </div>
  );
}

function LastCall({ call, held }: { call: UnitCall; held: boolean }) {
  const { result, note, other } = call;
  return (
    <div role="status" className="grid gap-1 text-sm">
      <p className={held ? "font-medium text-warning-ink" : "text-ink-muted"}>
        {callSentence(call)}
        {other ? ` về ${numberInSentence(other)}` : null}
      </p>
      {result ? <Badge tone={resultLabels[result].tone}>{resultLabels[result].text}</Badge> : null}
      {note ? <p className="whitespace-pre-line">{note}</p> : null}
    </div>
  );
}

function Controls({ unit, actions }: { unit: SilentUnit; actions: CallActions }) {
  const { call, name } = unit;
  const own = call !== null && call.calledById === actions.userId && !call.other;
  const held = isHeld(call, now());
  if (own && !call.result)
    return (
      <>
        <CallResultForm call={call} unit={name} action={actions.note} />
        {held ? null : <CallButton unit={unit} actions={actions} />}
      </>
    );
  return (
    <div className="flex flex-wrap items-start gap-2">
      {held && call ? (
        <CallAgain unit={unit} call={call} actions={actions} />
      ) : (
        <CallButton unit={unit} actions={actions} />
      )}
      {own ? (
        <Dialog
          trigger="Sửa kết quả"
          triggerLabel={`Sửa kết quả cuộc gọi ${name}`}
          variant="ghost"
          size="sm"
          width="sm"
          title={name}
          description={callSentence(call)}
        >
          <CallResultForm call={call} unit={name} action={actions.note} />
        </Dialog>
      ) : null}
    </div>
  );
}

const fieldsOf = (unit: SilentUnit, { directiveId }: CallActions) => ({
  directiveId,
  unitId: unit.unitId,
  requestId: randomUUID(),
});

function CallButton({ unit, actions }: { unit: SilentUnit; actions: CallActions }) {
  return (
    <ActionForm
      action={actions.record}
      hidden={fieldsOf(unit, actions)}
      className="justify-items-start gap-2"
    >
      <SubmitButton
        variant="secondary"
        size="sm"
        icon={<PhoneCall />}
        aria-label={`Đã gọi ${unit.name}`}
      >
        Đã gọi
      </SubmitButton>
    </ActionForm>
  );
}

type Again = { unit: SilentUnit; call: UnitCall; actions: CallActions };

function CallAgain({ unit, call, actions }: Again) {
  return (
    <ActionButton
      action={actions.record}
      fields={{ ...fieldsOf(unit, actions), afterCallId: call.id }}
      size="sm"
      confirm={{
        title: `Gọi lại ${unit.name}?`,
        description: `${callSentence(call)}${call.other ? ` về ${numberInSentence(call.other)}` : ""}.`,
        confirmLabel: "Ghi là tôi gọi lại",
      }}
    >
      Gọi lại
    </ActionButton>
  );
}
