import type { Measured } from "@/lib/cli/bench/contract";
import { people } from "@/tests/doors/walk/people";
import {
  besides,
  CLOCK,
  measurePage,
  type Place,
  startRows,
  type TheApp,
  theApp,
  written,
} from "@/tests/support/page-benches";

export const name = "Trang: CPU của máy chủ mỗi lượt";

/** Beside each page the same rows by node:http and pg, and the same elements by a Next page. */
export async function measure(report: (row: Measured) => void) {
  const app = await theApp();
  try {
    const readers = ["officer", "police", "lead", "staff", "telco", "admin"] as const;
    for (const person of readers) await app.outside.signIn(person);
    const { rows } = await app.client.query(
      `SELECT d.id FROM "Directive" d JOIN "Assignment" a ON a."directiveId" = d.id
       WHERE d.state = 'issued' GROUP BY d.id ORDER BY count(*) DESC LIMIT 1`,
    );
    const places: Place[] = [
      { name: "/command", person: "officer", path: "/command" },
      { name: "/coordination", person: "police", path: "/coordination" },
      { name: "/locality", person: "lead", path: "/locality" },
      { name: "/telecom", person: "telco", path: "/telecom" },
      { name: "/admin", person: "admin", path: "/admin" },
      { name: "/directives", person: "officer", path: "/directives" },
      {
        name: "/directives/[id]/tracking, ma trận",
        person: "officer",
        path: `/directives/${rows[0].id}/tracking`,
      },
      { name: "/duty, người trực", person: "staff", path: "/duty" },
      { name: "/duty/now", person: "officer", path: "/duty/now" },
      { name: "/duty/coverage", person: "officer", path: "/duty/coverage" },
      { name: "/complaints", person: "telco", path: "/complaints" },
      { name: "/incidents", person: "officer", path: "/incidents" },
      { name: "/advisories/matrix", person: "officer", path: "/advisories/matrix" },
      { name: "/api/search (JSON)", person: "officer", path: "/api/search?q=an+toan", json: true },
      { name: "/api/health (JSON)", person: "officer", path: "/api/health", json: true },
      {
        name: "/api/duty/batch, gửi lại (JSON)",
        person: "staff",
        path: "/api/duty/batch",
        json: true,
        sent: await storedBatch(app),
      },
    ];
    await startRows(
      app,
      places.filter(({ json }) => !json),
      report,
    );
    const beside = await besides(app.databaseUrl, await written(app, places));
    try {
      for (const place of places) report(await measurePage(app, beside, place));
    } finally {
      await beside.stop();
    }
  } finally {
    await app.stop();
  }
}

/** What a phone sends once more because the answer was lost: entries that are stored. */
async function storedBatch({ client }: TheApp) {
  const { rows } = await client.query(
    `SELECT l.id, l."shiftId", l.kind, l.text, l."writtenById" FROM "ShiftLogEntry" l
     JOIN "User" u ON u.id = l."writtenById" WHERE u.username = $1 AND l."correctsId" IS NULL
     ORDER BY l.id LIMIT 3`,
    [people.staff],
  );
  return {
    personId: rows[0].writtenById,
    sentAt: CLOCK,
    items: rows.map(({ id, shiftId, kind, text }) => ({
      type: "log",
      data: { requestId: id, shiftId, kind, text, deviceAt: CLOCK },
    })),
  };
}
