"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useEffect, useMemo, useRef, useState } from "react";
import { patience, waiting } from "@/lib/offline/answers";
import { dropKept, type KeptItem, listKept, onOutboxChange } from "@/lib/offline/outbox";
import { type Sending, sendOutbox } from "@/lib/offline/sending";
import { deliver } from "./delivery";
import { type Outbox, OutboxContext } from "./outbox-context";

type Props = { person: string; children: ReactNode };

/** Keeps what this person does without network, and sends it when there is one again. */
export function OutboxProvider({ person, children }: Props) {
  const { refresh } = useRouter();
  const [items, setItems] = useState<readonly KeptItem[]>([]);
  const [online, setOnline] = useState(true);
  const [sending, setSending] = useState<Sending>("sent");
  const sendNow = useRef(() => {});
  const count = useRef(0);

  useEffect(() => {
    let failures = 0;
    let timer: ReturnType<typeof setTimeout>;
    let closed = false;

    async function show() {
      const kept = await listKept(person);
      if (closed) return;
      const fewer = waiting(kept).length < count.current;
      count.current = waiting(kept).length;
      // What was sent is shown by the server from now on: both change in one picture.
      startTransition(() => {
        setItems(kept);
        if (fewer && navigator.onLine) refresh();
      });
    }

    async function send() {
      clearTimeout(timer);
      if (!navigator.onLine || waiting(await listKept(person)).length === 0) return;
      const result = await sendOutbox(person);
      if (closed) return;
      setSending(result);
      failures = result === "later" ? failures + 1 : 0;
      if (result === "later") timer = setTimeout(attempt, patience(failures));
    }

    /** A browser without a store, as in some private windows, keeps nothing and says so when asked. */
    const attempt = () => void send().catch(console.warn);
    const look = () => void show().then(attempt).catch(console.warn);
    const onNetwork = () => {
      setOnline(navigator.onLine);
      failures = 0;
      if (navigator.onLine) attempt();
    };
    const onSight = () => {
      if (document.visibilityState === "visible") look();
    };

    sendNow.current = attempt;
    onNetwork();
    look();
    const stopListening = onOutboxChange(() => void show().catch(console.warn));
    window.addEventListener("online", onNetwork);
    window.addEventListener("offline", onNetwork);
    document.addEventListener("visibilitychange", onSight);
    return () => {
      closed = true;
      clearTimeout(timer);
      stopListening();
      window.removeEventListener("online", onNetwork);
      window.removeEventListener("offline", onNetwork);
      document.removeEventListener("visibilitychange", onSight);
    };
  }, [person, refresh]);

  const outbox = useMemo<Outbox>(
    () => ({
      person,
      items,
      online,
      sending,
      drop: dropKept,
      sendNow: () => sendNow.current(),
      deliver: (type, action) => async (before, form) => {
        const open = navigator.onLine && waiting(items).length === 0;
        const answer = await deliver({ person, type, action, open }, before, form);
        sendNow.current();
        return answer;
      },
    }),
    [person, items, online, sending],
  );
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}
