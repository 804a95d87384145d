import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { PhoneLink } from "@/components/ui/phone-link";
import { TextLink } from "@/components/ui/text-link";
import { postLabels } from "@/lib/duty/labels";
import { shiftStateLabels } from "@/lib/duty/shifts/labels";
import type { WatchShift } from "@/lib/duty/shifts/queries";
import { opensAt } from "@/lib/duty/shifts/rules";
import { formatInstant, formatTime } from "@/lib/time";
import { KeptList } from "./offline/kept-list";
import { spanWords } from "./span-text";
import { type WatchActions, WatchButtons } from "./watch-buttons";

type Props = { shift: WatchShift; actions: WatchActions; linked?: boolean };

/** One shift and all that can be done with it now, with a thumb. */
export function WatchCard({ shift, actions, linked = true }: Props) {
  const { id, may, mine, person } = shift;
  const state = shiftStateLabels[shift.state];
  const title = `${mine ? "Ca của tôi" : person.name} · ${postLabels[shift.post]}`;
  return (
    <article
      aria-label={`${title}, ${spanWords(shift)}`}
      className="grid gap-3 border-b border-line px-4 py-4 last:border-0 sm:px-5"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="grid">
          <p className="font-semibold">
            {linked ? (
              <TextLink href={`/duty/shifts/${id}`} className="pointer-coarse:py-2">
                {title}
              </TextLink>
            ) : (
              title
            )}
          </p>
          <p className="text-lg tabular-nums">{spanWords(shift)}</p>
        </div>
        <Badge tone={state.tone}>{state.text}</Badge>
      </div>
      <Facts shift={shift} />
      <div className="flex flex-wrap gap-2 empty:hidden">
        <WatchButtons shift={shift} actions={actions} />
        {may.swap && mine ? (
          <ButtonLink href={`/duty/shifts/${id}/swap`}>Xin đổi ca</ButtonLink>
        ) : null}
      </div>
      {linked ? <KeptList shiftId={id} /> : null}
    </article>
  );
}

function Facts({ shift }: { shift: WatchShift }) {
  const { person, checkedInAt, handover, mine, state } = shift;
  return (
    <div className="grid gap-0.5 text-sm text-ink-muted">
      {state === "coming" ? <p>Nhận ca được từ {formatInstant(opensAt(shift))}.</p> : null}
      {checkedInAt ? (
        <p>
          Nhận ca lúc {formatTime(checkedInAt)}
          {checkedInAt > shift.startsAt ? ", sau giờ bắt đầu ca" : ""}.
        </p>
      ) : null}
      {handover ? (
        <p>
          {handover.signedAt
            ? `Bàn giao được ký nhận lúc ${formatInstant(handover.signedAt)}.`
            : `Đã ghi bàn giao lúc ${formatTime(handover.writtenAt)}, chờ người nhận ca ký.`}
        </p>
      ) : null}
      {mine ? null : (
        <p className="flex flex-wrap items-center gap-x-3">
          <span>{person.title}</span>
          {person.phone ? <PhoneLink phone={person.phone} name={person.name} /> : null}
        </p>
      )}
    </div>
  );
}
