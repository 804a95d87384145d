import { spawn } from "node:child_process";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { acknowledgeDirective } from "@/lib/directives/assignments/commands";
import { databaseUrl } from "@/lib/env";
import { startHub } from "@/lib/live/hub";
import { aDistrict, anIssuedDirective } from "@/tests/support/district";
import { aListener, withSession } from "@/tests/support/live";

const hub = startHub();
afterAll(() => hub.stop());

test("what is written through one process is heard on a page of another", async () => {
  const district = await aDistrict();
  const directive = await anIssuedDirective(district);
  const officer = await withSession(district.officer);
  await vi.waitFor(() => expect(hub.position()).not.toBeNull());
  const here = await aListener(hub, officer, { topics: ["directives"] });

  const other = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "tests/support/live-process.ts"],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, DATABASE_URL: databaseUrl(), ACTOR: JSON.stringify(officer) },
    },
  );
  let there = "";
  other.stdout.setEncoding("utf8").on("data", (text: string) => {
    there += text;
  });
  try {
    await vi.waitFor(() => expect(there).toContain("directives"), { timeout: 20_000 });
    there = "";
    await acknowledgeDirective(district.lead, {
      directiveId: directive.id,
      contactName: "Hà",
      contactPhone: "0912345678",
    });
    await vi.waitFor(() => expect(there).toContain("directives"), { timeout: 5_000 });
    await vi.waitFor(() => expect(here.topics()).toContain("directives"), { timeout: 5_000 });

    // The session ends through this one, and the stream of the other with it.
    const ended = new Promise((resolve) => other.once("exit", resolve));
    await db.session.update({ where: { id: officer.sessionId }, data: { revokedAt: new Date(0) } });
    expect(await ended).toBe(0);
    expect(there).toContain("event: over");
  } finally {
    other.kill();
  }
});
