import { randomUUID } from "node:crypto";
import { recordActivity } from "@/lib/awareness/commands";
import { createMessage } from "@/lib/awareness/messages/commands";
import { statePopulations } from "@/lib/awareness/populations/commands";
import type { AwarenessKind } from "@/lib/awareness/schema";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { isoDay, now, setClock } from "@/lib/time";
import { messages } from "./awareness-messages";
import { actorOf } from "./directives";

const DAY = 86_400_000;

type Doing = {
  by: string;
  /** Days before today. */
  ago: number;
  kind: AwarenessKind;
  message: number;
  times: number;
  staff: number | null;
  residents: number | null;
};

/** What the demo's units did this week; the agency has done nothing yet. */
const doings: Doing[] = [
  { by: "xa-yenbinh", ago: 5, kind: "meeting", message: 1, times: 1, staff: 24, residents: 86 },
  { by: "xa-yenbinh", ago: 3, kind: "zalo", message: 2, times: 3, staff: null, residents: 640 },
  {
    by: "xa-yenbinh-truc",
    ago: 1,
    kind: "loudspeaker",
    message: 0,
    times: 2,
    staff: null,
    residents: 1200,
  },
  { by: "thitran", ago: 4, kind: "leaflet", message: 5, times: 500, staff: null, residents: 500 },
  {
    by: "thitran",
    ago: 2,
    kind: "loudspeaker",
    message: 3,
    times: 4,
    staff: null,
    residents: null,
  },
  {
    by: "thitran",
    ago: 1,
    kind: "digital_team",
    message: 1,
    times: 35,
    staff: null,
    residents: 110,
  },
  { by: "vhtt", ago: 6, kind: "website", message: 0, times: 2, staff: 40, residents: null },
  { by: "congan", ago: 2, kind: "facebook", message: 0, times: 5, staff: 60, residents: 4200 },
];

/** Invented round figures, to have something to count per; one commune is left unknown on purpose. */
const populations = [4200, 5100, 3800, 6400, 7200, 4900, 3100, 5600];

export async function seedAwareness() {
  if ((await db.awarenessMessage.count()) > 0) return;
  const officer = await actorOf("chuyenvien");
  const ids = messages.map(() => randomUUID());
  for (const [index, message] of messages.entries()) {
    await createMessage(officer, { requestId: ids[index] ?? randomUUID(), ...message });
  }
  const communes = await db.unit.findMany({
    where: { kindCode: "commune", validTo: null },
    select: { id: true },
    orderBy: { code: "asc" },
  });
  const known = communes.slice(0, -1);
  if (known.length > 0) {
    await statePopulations(officer, {
      unitIds: known.map(({ id }) => id),
      populations: known.map((_, index) => populations[index % populations.length] ?? null),
    });
  }
  const today = now();
  for (const { by, ago, kind, message, times, staff, residents } of doings) {
    setClock(new Date(today.getTime() - ago * DAY).toISOString());
    await recordActivity(await actorOf(by), {
      requestId: randomUUID(),
      kind,
      topic: messages[message]?.topic ?? "",
      messageId: ids[message] ?? null,
      heldOn: isoDay(now()),
      times,
      staffReach: staff,
      publicReach: residents,
      note: "",
      photos: [],
    });
  }
  setClock(env.DISTRICT_CLOCK);
}
