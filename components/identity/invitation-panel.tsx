import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { FormAction } from "@/lib/form-state";
import { invitationLabels } from "@/lib/identity/invitations/labels";
import type { InvitationView } from "@/lib/identity/invitations/queries";
import type { InvitationState } from "@/lib/identity/invitations/rules";
import { formatInstant } from "@/lib/time";
import { ShownOnceForm } from "./shown-once-form";

type Props = {
  personId: string;
  invitation: InvitationView | null;
  renew: FormAction;
  revoke: FormAction;
};

const tones: Record<InvitationState, Tone> = {
  open: "info",
  used: "success",
  revoked: "neutral",
  expired: "warning",
};

/** A link by which the person sets a password: how the last one stands, a new one, taking it back. */
export function InvitationPanel({ personId, invitation, renew, revoke }: Props) {
  const fields = { personId };
  return (
    <div className="grid gap-4 border-b border-line pb-6">
      {invitation ? (
        <p className="flex flex-wrap items-center gap-2">
          <span>Liên kết cấp lúc {formatInstant(invitation.createdAt)}</span>
          <Badge tone={tones[invitation.state]}>{invitationLabels[invitation.state]}</Badge>
          {invitation.state === "open" ? (
            <span className="text-ink-muted">hết hạn {formatInstant(invitation.expiresAt)}</span>
          ) : null}
        </p>
      ) : null}
      <ShownOnceForm
        action={renew}
        hidden={fields}
        submit="Cấp liên kết đặt mật khẩu"
        variant="secondary"
        shown={{
          title: "Liên kết một lần",
          advice:
            "Gửi cho đúng người dùng. Dùng một lần, trong 7 ngày, không hiện lại nữa; liên kết cấp trước đó mất hiệu lực.",
          doneHref: `/admin/people/${personId}`,
        }}
      />
      {invitation?.state === "open" ? (
        <ActionButton action={revoke} fields={fields} variant="ghost">
          Thu hồi liên kết
        </ActionButton>
      ) : null}
    </div>
  );
}
