import { formatInstant } from "@/lib/time";
import { isUrgent, topicOf } from "../choices/rules";
import { noticeLabel } from "../labels";

export type Told = {
  noticeId: string;
  kind: string;
  title: string;
  body: string;
  at: Date;
  restricted: boolean;
  person: { name: string; unit: string };
};

/** Outside the app a restricted case or a resident's complaint is named by its kind alone. */
export const isDiscreet = ({ kind, restricted }: Pick<Told, "kind" | "restricted">) =>
  restricted || kind.split(".")[0] === "complaint";

const OPEN_TO_READ = "Nội dung chỉ xem trong ứng dụng.";

/** What may leave the house in writing. */
export function outwardText(told: Pick<Told, "kind" | "restricted" | "title" | "body">) {
  const { label } = noticeLabel(told.kind);
  if (isDiscreet(told)) return { label, title: label, body: OPEN_TO_READ };
  return { label, title: told.title, body: told.body };
}

/**
 * What a locked screen may show: the kind, and the title where it names no case. A notice about an
 * incident, restricted or not, says there only that there is one.
 */
export function screenText(told: Pick<Told, "kind" | "restricted" | "title" | "body">) {
  const { label } = noticeLabel(told.kind);
  const hidden = isDiscreet(told) || ["incident", "urgent"].includes(topicOf(told.kind));
  return { title: label, body: hidden ? OPEN_TO_READ : told.title };
}

/** Where a message leads: the notice itself, which knows under whose rights its subject is opened. */
export const noticePath = (noticeId: string) => `/notices/${noticeId}`;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** An e-mail as plain text and as simple HTML; without a public address it has no links. */
export function letterOf(told: Told, publicUrl: string | null) {
  const { label, title, body } = outwardText(told);
  const heading = isUrgent(told.kind) ? `KHẨN · ${label}` : label;
  const subject = oneLine(title === label ? heading : `${heading}: ${title}`).slice(0, 200);
  const link = publicUrl ? new URL(noticePath(told.noticeId), publicUrl).href : null;
  const settings = publicUrl ? new URL("/profile/notices", publicUrl).href : null;
  const address = `Kính gửi đồng chí ${told.person.name}, ${told.person.unit}`;
  const paragraphs = [oneLine(title), ...body.split("\n").map(oneLine)].filter(Boolean);
  const when = `Lúc ${formatInstant(told.at)}.`;

  const text = [
    `${address},`,
    "",
    ...paragraphs,
    "",
    when,
    ...(link ? ["", `Mở: ${link}`] : []),
    "",
    "-- ",
    `Thư tự động của hệ thống Trực an toàn mạng.${settings ? ` Đổi cách nhận: ${settings}` : ""}`,
  ].join("\n");

  const [first = "", ...rest] = paragraphs.map(escaped);
  const html = [
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"></head>',
    '<body style="font:16px/1.5 sans-serif;color:#1a1a1a;max-width:36em">',
    `<p>${escaped(address)},</p>`,
    `<p><strong>${first}</strong></p>`,
    ...rest.map((line) => `<p>${line}</p>`),
    `<p style="color:#555">${when}</p>`,
    link ? `<p><a href="${escaped(link)}">Mở trong ứng dụng</a></p>` : "",
    '<hr><p style="color:#555;font-size:13px">Thư tự động của hệ thống Trực an toàn mạng.',
    settings ? ` <a href="${escaped(settings)}">Đổi cách nhận</a>` : "",
    "</p></body></html>",
  ].join("\n");

  return { subject, text, html };
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
