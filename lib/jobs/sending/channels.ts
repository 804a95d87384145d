import { env } from "@/lib/env";
import type { Channel } from "@/lib/notifications/choices/schema";
import type { Claimed, Outcome } from "@/lib/notifications/deliveries/schema";
import { letterOf } from "@/lib/notifications/letters/rules";
import { allowanceOf } from "./addresses";
import type { Post } from "./post";
import { type PushKeys, sendPush } from "./push";
import { Mailer } from "./smtp";
import { sendToGateway } from "./webhook";

export type Send = (claimed: Claimed, handOver: Post["handOver"]) => Promise<Outcome>;

/** One way out: whether it is set up here, what to say of it, how many at once. */
export type Way = {
  channel: Channel;
  ready: boolean;
  detail: string;
  atOnce: number;
  send: Send;
  close?: () => void;
};

type Settings = Pick<typeof env, "SMTP_URL" | "MAIL_FROM" | "PUBLIC_URL" | "NOTICE_ALLOWED_HOSTS">;

export function waysOut(pushKeys: PushKeys, settings: Settings = env): Way[] {
  const allowance = allowanceOf(settings.NOTICE_ALLOWED_HOSTS);
  const publicUrl = settings.PUBLIC_URL ?? null;
  return [
    mailWay(settings),
    {
      channel: "push",
      ready: true,
      detail: "",
      atOnce: 8,
      send: (claimed, handOver) => sendPush(claimed, { keys: pushKeys, allowance, handOver }),
    },
    {
      channel: "webhook",
      ready: true,
      detail: "",
      atOnce: 4,
      send: (claimed, handOver) => sendToGateway(claimed, { allowance, publicUrl, handOver }),
    },
  ];
}

function mailWay({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Settings): Way {
  const channel = "email";
  const off = (detail: string): Way => ({
    channel,
    ready: false,
    detail,
    atOnce: 0,
    send: async () => ({ is: "refused", reason: detail, final: false }),
  });
  if (!SMTP_URL) return off("Chưa đặt SMTP_URL.");
  if (!MAIL_FROM) return off("Chưa đặt MAIL_FROM.");
  const mailer = new Mailer(SMTP_URL, MAIL_FROM);
  const { hostname, port } = new URL(SMTP_URL);
  return {
    channel,
    ready: true,
    detail: `${hostname}${port ? `:${port}` : ""}, gửi từ ${MAIL_FROM}`,
    atOnce: 4,
    close: () => mailer.close(),
    send: async (claimed, handOver) => {
      const { name, address } = claimed.person;
      if (!address) return { is: "gone", reason: "Người nhận không còn địa chỉ thư." };
      const letter = letterOf(claimed, PUBLIC_URL ?? null);
      return mailer.send({ messageId: claimed.id, to: { name, address }, ...letter }, handOver);
    },
  };
}
