"use client";

import { usePathname } from "next/navigation";
import { use } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { waiting } from "@/lib/offline/answers";
import { OutboxContext } from "./outbox-context";
import { RefusedEntries } from "./refused-entries";

/** Above every page: that there is no network, what waits, and what needs the person. */
export function OutboxBanner() {
  const outbox = use(OutboxContext);
  const path = usePathname();
  if (!outbox) return null;
  const { items, online, sending, sendNow } = outbox;
  const count = waiting(items).length;
  const refused = items.filter(({ refusal }) => refusal);
  const away = !online || count > 0;
  return (
    <div role="status" className="grid gap-3 px-4 pt-4 empty:hidden sm:px-6 lg:px-8 print:hidden">
      {!online ? (
        <Alert tone="warning" title="Không có mạng">
          Cứ nhận ca, ghi sổ như thường: máy giữ lại và tự gửi khi có mạng. {keptWords(count)}
        </Alert>
      ) : null}
      {away && online ? (
        <Waiting count={count} sending={sending} path={path} retry={sendNow} />
      ) : null}
      {refused.length > 0 ? <RefusedEntries items={refused} drop={outbox.drop} /> : null}
    </div>
  );
}

const keptWords = (count: number) => (count > 0 ? `Đang giữ ${count} mục chờ gửi.` : "");

type WaitingProps = { count: number; sending: string; path: string; retry: () => void };

function Waiting({ count, sending, path, retry }: WaitingProps) {
  const signIn = (
    <a
      href={`/sign-in?next=${encodeURIComponent(path)}`}
      className={buttonStyle({ variant: "primary", size: "sm" })}
    >
      Đăng nhập lại
    </a>
  );
  if (sending === "signed-out") {
    return (
      <Alert tone="warning" title="Phiên đăng nhập đã hết" actions={signIn}>
        {count} mục chưa gửi vẫn còn trên máy này. Đăng nhập lại bằng tài khoản của bạn để gửi.
      </Alert>
    );
  }
  if (sending === "other-person") {
    return (
      <Alert tone="warning" title="Máy này đang đăng nhập bằng tài khoản khác">
        {count} mục của bạn vẫn còn trên máy, chưa gửi. Người kia đăng xuất, bạn đăng nhập lại thì
        máy tự gửi.
      </Alert>
    );
  }
  return (
    <Alert
      tone="info"
      actions={
        sending === "later" ? (
          <Button size="sm" onClick={retry}>
            Gửi ngay
          </Button>
        ) : null
      }
    >
      {sending === "later"
        ? `Chưa gửi được ${count} mục giữ trên máy, máy sẽ tự gửi lại.`
        : `Đang gửi ${count} mục giữ trên máy.`}
    </Alert>
  );
}
