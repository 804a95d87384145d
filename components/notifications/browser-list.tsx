import { ActionButton } from "@/components/ui/action-button";
import type { FormAction } from "@/lib/form-state";
import type { OwnBrowsers } from "@/lib/notifications/browsers/queries";
import { formatInstant } from "@/lib/time";
import { PushSwitch } from "./push-switch";

type Props = OwnBrowsers & { remember: FormAction; forget: FormAction };

/** The browsers that show notices, each to be switched off from any other. */
export function BrowserList({ browsers, pushKey, remember, forget }: Props) {
  return (
    <div className="grid gap-4">
      {pushKey ? (
        <PushSwitch
          pushKey={pushKey}
          endpoints={browsers.map(({ endpoint }) => endpoint)}
          remember={remember}
        />
      ) : (
        <p className="text-ink-muted">Tiến trình gửi thông báo của hệ thống chưa chạy.</p>
      )}
      {browsers.length > 0 ? (
        <ul className="divide-y divide-line border-t border-line">
          {browsers.map(({ id, device, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
              <span>
                {device}
                <span className="block text-sm text-ink-muted">
                  Bật lúc {formatInstant(createdAt)}
                </span>
              </span>
              <ActionButton action={forget} fields={{ browserId: id }} size="sm">
                Tắt
                <span className="sr-only">
                  {" "}
                  {device}, bật lúc {formatInstant(createdAt)}
                </span>
              </ActionButton>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
