"use client";

import { useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { BellRing } from "@/components/ui/icons";
import { type FormAction, idle } from "@/lib/form-state";

type Props = {
  /** What the push services know this installation by. */
  pushKey: string;
  endpoints: string[];
  remember: FormAction;
};

type Standing = "asking" | "unable" | "denied" | "off" | "on";

const words: Record<Exclude<Standing, "off">, string> = {
  asking: "Đang hỏi trình duyệt…",
  unable:
    "Trình duyệt này không nhận được thông báo. Cần mở trang bằng https; trên iPhone cần thêm trang vào màn hình chính.",
  denied:
    "Thông báo của trang này đang bị chặn. Mở cài đặt của trình duyệt, cho phép thông báo rồi quay lại.",
  on: "Trình duyệt này đang nhận thông báo.",
};

/** Lets this very browser show notices, also while no page of the product is open. */
export function PushSwitch({ pushKey, endpoints, remember }: Props) {
  const [standing, setStanding] = useState<Standing>("asking");
  const [problem, setProblem] = useState("");
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    standingNow(endpoints).then(setStanding, () => setStanding("unable"));
  }, [endpoints]);

  function enable() {
    startTransition(async () => {
      setProblem("");
      try {
        if ((await Notification.requestPermission()) !== "granted") return setStanding("denied");
        const answer = await remember(idle, await subscribe(pushKey));
        if (answer.status === "done") setStanding("on");
        else setProblem(("message" in answer && answer.message) || FAILED);
      } catch {
        setProblem(FAILED);
      }
    });
  }

  return (
    <div className="grid gap-3" aria-live="polite">
      {standing === "off" ? (
        <div>
          <Button
            onClick={enable}
            aria-disabled={pending || undefined}
            icon={<BellRing aria-hidden />}
          >
            Bật trên trình duyệt này
          </Button>
        </div>
      ) : (
        <p className="text-ink-muted">{words[standing]}</p>
      )}
      {problem ? <p className="text-danger">{problem}</p> : null}
    </div>
  );
}

const FAILED =
  "Chưa bật được: trình duyệt không kết nối được dịch vụ thông báo của hãng. Thử lại sau, hoặc dùng thư điện tử.";

async function standingNow(endpoints: string[]): Promise<Standing> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window)) return "unable";
  if (Notification.permission === "denied") return "denied";
  const registration = await navigator.serviceWorker.getRegistration();
  const kept = await registration?.pushManager.getSubscription();
  return kept && endpoints.includes(kept.endpoint) ? "on" : "off";
}

async function subscribe(pushKey: string) {
  await navigator.serviceWorker.register("/watch-worker.js", { updateViaCache: "none" });
  const { pushManager } = await navigator.serviceWorker.ready;
  // One made under another key, or for whoever used this browser before, is of no use.
  await (await pushManager.getSubscription())?.unsubscribe();
  const made = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: pushKey,
  });
  const { endpoint, keys } = made.toJSON();
  const form = new FormData();
  form.set("endpoint", endpoint ?? "");
  form.set("p256dh", keys?.p256dh ?? "");
  form.set("auth", keys?.auth ?? "");
  return form;
}
