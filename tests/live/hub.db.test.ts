import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db, inTransaction } from "@/lib/db";
import { acknowledgeDirective, recordOpening } from "@/lib/directives/assignments/commands";
import { createDraft } from "@/lib/directives/drafts/commands";
import { revokeSession } from "@/lib/identity/sessions/commands";
import { startHub } from "@/lib/live/hub";
import { openStream } from "@/lib/live/stream";
import { noticeUnits } from "@/lib/notifications/record";
import { aDistrict, aDraft, anIssuedDirective } from "@/tests/support/district";
import { aListener, caughtUp, withSession } from "@/tests/support/live";

let hub: ReturnType<typeof startHub>;

beforeAll(async () => {
  hub = startHub();
  await vi.waitFor(() => expect(hub.position()).not.toBeNull(), { timeout: 10_000 });
});
afterAll(() => hub.stop());

const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

const acknowledge = (actor: Actor, directiveId: string) =>
  acknowledgeDirective(actor, { directiveId, contactName: "Hà", contactPhone: "0912345678" });

async function tellUnit(unitId: string) {
  await inTransaction((tx) =>
    noticeUnits(tx, [unitId], {
      kind: "directive.recall",
      title: "Thu hồi",
      subject: { type: "directive", id: randomUUID() },
      cause: randomUUID(),
    }),
  );
}

describe("an open page", () => {
  test("hears what its actor may see, and not that others are busy", async () => {
    const district = await aDistrict();
    const directive = await anIssuedDirective(district);
    await caughtUp(hub);
    const [officer, observer, lead, otherLead] = await Promise.all(
      [district.officer, district.observer, district.lead, district.otherLead].map((actor) =>
        aListener(hub, actor),
      ),
    );
    await acknowledge(district.lead, directive.id);
    await soon(() => {
      for (const one of [officer, observer, lead]) expect(one?.topics()).toContain("directives");
    });
    await tellUnit(district.otherLead.unitId);
    await soon(() => expect(otherLead?.topics()).toContain("notices"));
    expect(otherLead?.topics()).not.toContain("directives");
    expect(officer?.topics()).not.toContain("notices");

    await createDraft(district.officer, {
      requestId: randomUUID(),
      intent: "save",
      sourceText: "",
      draft: aDraft(district),
    });
    await soon(() => expect(officer?.topics()).toContain("drafts"));
    await tellUnit(district.observer.unitId);
    await soon(() => expect(observer?.topics()).toContain("notices"));
    expect(observer?.topics()).not.toContain("drafts");
    await Promise.all([officer, observer, lead, otherLead].map((one) => one?.leave()));
  });

  test("hears of nothing it has not asked for", async () => {
    const district = await aDistrict();
    const directive = await anIssuedDirective(district);
    const page = await aListener(hub, district.lead, { topics: ["notices"] });
    await acknowledge(district.lead, directive.id);
    await tellUnit(district.lead.unitId);
    await soon(() => expect(page.topics()).toContain("notices"));
    expect(page.topics()).not.toContain("directives");
    await page.leave();
  });

  test("comes back with its last id and is told what it missed, also by another process", async () => {
    const district = await aDistrict();
    const directive = await anIssuedDirective(district);
    const page = await aListener(hub, district.officer, { topics: ["directives"] });
    await page.leave();
    await acknowledge(district.lead, directive.id);

    const other = startHub();
    const back = await aListener(other, district.officer, {
      topics: ["directives"],
      since: page.last(),
    });
    expect(back.words[0]?.topics).toEqual(["directives"]);
    // What a hub has yet to hear, it would tell once more: the two ways may overlap.
    await caughtUp(hub);
    const again = await aListener(hub, district.officer, {
      topics: ["directives"],
      since: back.last(),
    });
    expect(again.words[0]?.topics).toEqual([]);
    await Promise.all([back.leave(), again.leave()]);
    other.stop();
  });

  test("loses nothing while the listening connection is cut again and again", async () => {
    const district = await aDistrict();
    const page = await aListener(hub, district.lead, { topics: ["notices"] });
    for (let round = 0; round < 5; round++) {
      const before = page.topics().length;
      await db.$queryRaw`
        SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
        WHERE application_name = 'live' AND datname = current_database()`;
      await tellUnit(district.lead.unitId);
      await soon(() => expect(page.topics().length).toBeGreaterThan(before));
    }
    expect(page.ended()).toBe(false);
    expect(page.topics()).not.toContain("all");
    await page.leave();
  });

  test("is told to look at everything when what it missed cannot be known", async () => {
    const { lead } = await aDistrict();
    const page = await aListener(hub, lead, { topics: ["duty", "notices"], since: "made-up" });
    expect(page.topics()).toEqual(["duty", "notices"]);
    await page.leave();
  });
});

describe("a stream", () => {
  test("ends when its session is revoked, and says why", async () => {
    const { staff, lead } = await aDistrict();
    const [actor, other] = [await withSession(staff), await withSession(lead)];
    const page = await aListener(hub, actor);
    const others = await aListener(hub, other);
    await revokeSession({ ...actor, sessionId: randomUUID() }, { sessionId: actor.sessionId });
    await soon(() => expect(page.ended()).toBe(true));
    expect(page.words.at(-1)?.over).toBe("signed-out");
    expect(others.ended()).toBe(false);
    await others.leave();
  });

  test("ends when the person moves to another role, to come back with the new rights", async () => {
    const actor = await withSession((await aDistrict()).staff);
    const page = await aListener(hub, actor);
    await db.user.update({ where: { id: actor.userId }, data: { role: "unit_lead" } });
    await soon(() => expect(page.ended()).toBe(true));
    expect(page.words.at(-1)?.over).toBeUndefined();
  });

  test("is given to one person a dozen times, and to the next all the same", async () => {
    const { staff, lead } = await aDistrict();
    const pages = await Promise.all(Array.from({ length: 12 }, () => aListener(hub, staff)));
    expect(hub.hasRoomFor(staff)).toBe(false);
    expect(hub.hasRoomFor(lead)).toBe(true);
    await pages[0]?.leave();
    expect(hub.hasRoomFor(staff)).toBe(true);
    await Promise.all(pages.map((page) => page.leave()));
    expect(hub.count()).toBe(0);
  });

  test("that nobody reads piles nothing up: the next reading has it all in one word", async () => {
    const stream = openStream(() => {});
    for (let n = 0; n < 10_000; n++) stream.tell([n % 2 ? "duty" : "incidents"], `p${n}`, 0);
    const reader = stream.body.getReader();
    const first = new TextDecoder().decode((await reader.read()).value);
    const second = new TextDecoder().decode((await reader.read()).value);
    expect(first).toContain("p0\n");
    expect(second).toContain("p9999\n");
    expect(second).toMatch(/"topics":\["(duty","incidents|incidents","duty)"\]/);
    await reader.cancel();
  });

  test("that nobody reads for three beats is ended", () => {
    const ended = vi.fn();
    const stream = openStream(ended);
    for (let beat = 0; beat < 5; beat++) stream.beat("p");
    expect(ended).toHaveBeenCalledOnce();
  });
});

test("someone who opens a directive is heard of on the district's page", async () => {
  const district = await aDistrict();
  const directive = await anIssuedDirective(district);
  const page = await aListener(hub, district.officer, { topics: ["directives"] });
  await recordOpening(district.lead, directive.id);
  await soon(() => expect(page.topics()).toContain("directives"));
  await page.leave();
});
