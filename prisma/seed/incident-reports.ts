import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { readIncidents } from "@/lib/incidents/reach/queries";
import { fileIncidentReport } from "@/lib/incidents/reports/commands";
import { findReportForm } from "@/lib/incidents/reports/forms/queries";
import { sendReportSchema } from "@/lib/incidents/reports/forms/schema";
import { setClock } from "@/lib/time";
import { actorOf } from "./directives";

const HOUR = 3_600_000;

/** What the town and the police reported up of the defaced site, each at the time it was due. */
export async function seedIncidentReports() {
  const [town, police] = [await actorOf("thitran"), await actorOf("congan")];
  const closed = await readIncidents(police, (tx) =>
    tx.incident.findFirst({
      where: { state: "closed", sign: "defacement", drillId: null, reports: { none: {} } },
      select: { id: true, reportedAt: true, closedAt: true },
    }),
  );
  if (!closed?.closedAt) return;
  try {
    setClock(new Date(closed.reportedAt.getTime() + 2 * HOUR).toISOString());
    await send("notice", town, closed.id, {
      reporterAddress: "Khu An Ninh, thị trấn Hữu Lũng, huyện Hữu Lũng",
      reporterEmail: "thitran.huulung@langson.gov.vn",
      reporterPhone: "02053825110",
      result: "Đã chuyển trang sang thông báo bảo trì; Công an huyện đang xử lý.",
      place: "Hữu Lũng",
    });
    setClock(new Date(closed.closedAt.getTime() + HOUR).toISOString());
    await send("closing", police, closed.id, {
      reporterAddress: "Khu Tân Hòa, thị trấn Hữu Lũng, huyện Hữu Lũng",
      reporterEmail: "conganhuulung@langson.gov.vn",
      reporterPhone: "02053825113",
      place: "Hữu Lũng",
    });
  } finally {
    setClock(env.DISTRICT_CLOCK);
  }
}

async function send(
  kind: "notice" | "closing",
  by: Awaited<ReturnType<typeof actorOf>>,
  incidentId: string,
  told: Record<string, string>,
) {
  const form = await findReportForm(by, incidentId, kind);
  if (!form) return;
  const recipients = form.filled.recipients ?? "UBND huyện Hữu Lũng";
  const sent = { incidentId, requestId: randomUUID(), kind, recipients };
  await fileIncidentReport(by, sendReportSchema.parse({ ...form.filled, ...told, ...sent }));
}
