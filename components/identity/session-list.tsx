import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import type { FormAction } from "@/lib/form-state";
import { deviceLabel } from "@/lib/identity/sessions/labels";
import type { SessionRow } from "@/lib/identity/sessions/queries";
import { formatInstant } from "@/lib/time";

type Props = { sessions: SessionRow[]; revoke: FormAction; revokeOthers: FormAction };

/** Where one is signed in; what one does not recognise is ended here. */
export function SessionList({ sessions, revoke, revokeOthers }: Props) {
  return (
    <>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {deviceLabel(session.userAgent)}
                {session.current ? <Badge tone="success">Thiết bị này</Badge> : null}
              </p>
              <p className="text-sm text-ink-muted">
                {session.ip ? `${session.ip} · ` : ""}dùng gần nhất{" "}
                {formatInstant(session.lastSeenAt)} · đăng nhập {formatInstant(session.createdAt)}
              </p>
            </div>
            {session.current ? null : (
              <ActionButton action={revoke} fields={{ sessionId: session.id }} size="sm">
                Đăng xuất
                <span className="sr-only">
                  {deviceLabel(session.userAgent)}, đăng nhập {formatInstant(session.createdAt)}
                </span>
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div className="border-t border-line p-4 sm:p-5">
          <ActionButton action={revokeOthers}>Đăng xuất mọi thiết bị khác</ActionButton>
        </div>
      ) : null}
    </>
  );
}
