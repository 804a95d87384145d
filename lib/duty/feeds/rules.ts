import { createHash } from "node:crypto";
import type { DutyPost, Span } from "../schema";

export const feedHash = (token: string) => createHash("sha256").update(token).digest("hex");

export type CalendarShift = Span & {
  id: string;
  post: DutyPost;
  changedAt: Date;
  who: string;
  place: string;
};

/** RFC 5545: CRLF, lines of at most 75 octets, text escaped; times in UTC. */
export function calendarText(
  name: string,
  shifts: readonly CalendarShift[],
  posts: Record<DutyPost, string>,
) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Truc an toan mang//Lich truc//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "X-PUBLISHED-TTL:PT1H",
    ...shifts.flatMap((shift) => [
      "BEGIN:VEVENT",
      `UID:${shift.id}@lich-truc`,
      `DTSTAMP:${utc(shift.changedAt)}`,
      `DTSTART:${utc(shift.startsAt)}`,
      `DTEND:${utc(shift.endsAt)}`,
      `SUMMARY:${escaped(`${posts[shift.post]}: ${shift.who}`)}`,
      `LOCATION:${escaped(shift.place)}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

const utc = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");

/** Never cut inside a character: octets are counted, code points moved. */
function folded(line: string) {
  const parts: string[] = [];
  let part = "";
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > 74) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part].join("\r\n ");
}
