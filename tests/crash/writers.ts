import { randomUUID } from "node:crypto";
import type pg from "pg";
import { digest } from "@/lib/audit/digest";
import { judged, type Outside } from "@/tests/doors/walk/app";
import type { Person } from "@/tests/doors/walk/people";

/** One write as its sender knows it: the same id however often it is sent, and whether it was answered. */
export type Write = {
  kind: WriteKind;
  id: string;
  on: string;
  answered: boolean;
  /** The digest in its audit entry, where that alone tells it from others on the same subject. */
  after?: string;
};
export type WriteKind = "log" | "report" | "incident" | "import" | "take" | "acknowledge";

export type Place = {
  outside: () => Outside;
  shift: { id: string; userId: string };
  assignments: string[];
  receipts: { person: Person; directiveId: string; unitId: string }[];
};

type Send = (outside: Outside) => Promise<boolean>;

/** Sends until it is answered, as a person does who sees an error: the server may be away meanwhile. */
async function insist(place: Place, write: Write, send: Send, over: () => boolean) {
  while (!over()) {
    if (await send(place.outside()).catch(() => false)) {
      write.answered = true;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const act = async (outside: Outside, person: Person, name: string, fields: object) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  const answer = await outside.act(person, outside.action(name), form);
  return answer.status < 500 && judged(answer) === "in" && !answer.body.includes('"refused"');
};

type Writer = (place: Place, round: number) => { write: Write; send: Send } | null;

const log: Writer = ({ shift }) => {
  const id = randomUUID();
  const deviceAt = new Date().toISOString();
  const entry = { kind: "call", text: `Cuộc gọi ${id}`, deviceAt };
  const after = digest({ id, correctsId: null, ...entry });
  const write: Write = { kind: "log", id, on: shift.id, answered: false, after };
  const data = { requestId: id, shiftId: shift.id, ...entry };
  const batch = { personId: shift.userId, sentAt: deviceAt, items: [{ type: "log", data }] };
  const send: Send = async (outside) => {
    const answer = await outside.send("staff", "/api/duty/batch", {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: outside.url },
      body: JSON.stringify(batch),
    });
    return answer.status === 200 && answer.body.includes('"kept"');
  };
  return { write, send };
};

const report: Writer = ({ assignments }) => {
  const on = assignments[Math.floor(Math.random() * assignments.length)] ?? "";
  const write: Write = { kind: "report", id: randomUUID(), on, answered: false };
  const fields = {
    ...{ assignmentId: on, requestId: write.id, kind: "progress", text: `Đã làm ${write.id}` },
    "files[]": new File([`minh chứng ${write.id}`], "minh-chung.txt"),
  };
  const name = "directives/[id]/assignments/[assignmentId]/actions reportProgressAction";
  return { write, send: (outside) => act(outside, "lead", name, fields) };
};

const incident: Writer = () => {
  const id = randomUUID();
  const write: Write = { kind: "incident", id, on: id, answered: false };
  const fields = {
    ...{
      incidentId: id,
      sign: "other",
      what: "Mạng chập chờn",
      place: `Phòng ${id}`,
      detectedAt: "2025-01-10T08:00",
    },
    contactPhone: "0912345678",
  };
  const name = "incidents/actions reportIncidentAction";
  return { write, send: (outside) => act(outside, "police", name, fields) };
};

/** A file of twenty rows, taken over as soon as it is read. */
function importing(place: Place, writes: Write[], over: () => boolean) {
  const id = randomUUID();
  const rows = Array.from(
    { length: 20 },
    (_, n) => `${id}-${n},2025-01-08 08:${n + 10},Cuộc gọi lừa đảo,09130000${n + 10},Giả danh,156`,
  );
  const text = ["Mã,Ngày giờ,Loại,Số bị phản ánh,Nội dung,Kênh", ...rows].join("\n");
  const upload: Write = { kind: "import", id, on: id, answered: false };
  const take: Write = { kind: "take", id: `take ${id}`, on: id, answered: false };
  const room = "complaints/import/actions";
  return async () => {
    writes.push(upload);
    const file = () => new File([text], `${id}.csv`);
    await insist(
      place,
      upload,
      (outside) =>
        act(outside, "telco", `${room} uploadImportAction`, { importId: id, file: file() }),
      over,
    );
    if (!upload.answered) return;
    writes.push(take);
    await insist(
      place,
      take,
      (outside) => act(outside, "telco", `${room} takeImportAction`, { importId: id }),
      over,
    );
  };
}

/** Everybody at work until it is over; returns what they sent. */
export async function atWork(place: Place, over: () => boolean) {
  const writes: Write[] = [];
  const keepOn = (writer: Writer) => async () => {
    for (let round = 0; !over(); round++) {
      const next = writer(place, round);
      if (!next) return;
      writes.push(next.write);
      await insist(place, next.write, next.send, over);
    }
  };
  const acknowledging = async () => {
    for (const { person, directiveId, unitId } of place.receipts) {
      const write: Write = {
        ...{ kind: "acknowledge", id: directiveId, on: unitId, answered: false },
      };
      writes.push(write);
      const fields = { directiveId, contactName: "Hoàng Thị Đầu Mối", contactPhone: "0912345678" };
      const name = "directives/[id]/actions acknowledgeAction";
      await insist(place, write, (outside) => act(outside, person, name, fields), over);
      if (over()) return;
    }
  };
  const filing = async () => {
    while (!over()) await importing(place, writes, over)();
  };
  await Promise.all([
    keepOn(log)(),
    keepOn(report)(),
    keepOn(incident)(),
    acknowledging(),
    filing(),
  ]);
  return writes;
}

const found: Record<WriteKind, string> = {
  log: `SELECT (SELECT count(*) FROM "ShiftLogEntry" WHERE id = $1)::int AS rows,
    (SELECT count(*) FROM "AuditEntry" WHERE action = 'shift.log' AND "subjectId" = $2::text
       AND after = $3)::int AS entries`,
  report: `SELECT (SELECT count(*) FROM "ProgressReport" r JOIN "Evidence" e ON e."progressReportId" = r.id
       WHERE "requestId" = $1)::int AS rows,
    (SELECT count(*) FROM "AuditEntry" WHERE action = 'assignment.progress' AND "subjectId" = $2::text
       AND details -> 'files' ? encode(sha256(convert_to('minh chứng ' || $1::text, 'UTF8')), 'hex'))::int AS entries`,
  incident: `SELECT (SELECT count(*) FROM "Incident" WHERE id = $1)::int AS rows,
    (SELECT count(*) FROM "AuditEntry" WHERE action = 'incident.report' AND "subjectId" = $2::text)::int AS entries`,
  import: `SELECT (SELECT count(*) FROM "ComplaintImport" WHERE id = $1)::int AS rows,
    (SELECT count(*) FROM "AuditEntry" WHERE action = 'complaint-import.upload' AND "subjectId" = $2::text)::int AS entries`,
  take: `SELECT (SELECT count(*) / 20 FROM "Complaint" WHERE "importId" = $2)::int AS rows,
    (SELECT count(*) FROM "AuditEntry" WHERE action = 'complaint-import.take' AND "subjectId" = $2::text)::int AS entries, $1::text`,
  acknowledge: `SELECT (SELECT count("acknowledgedAt") FROM "DirectiveReceipt"
       WHERE "directiveId" = $1 AND "unitId" = $2)::int AS rows,
    (SELECT count(*) FROM "AuditEntry" WHERE action = 'directive.acknowledge' AND "subjectId" = $1::text
       AND "unitId" = $2 AND details ->> 'contactName' = 'Hoàng Thị Đầu Mối')::int AS entries`,
};

/** What is wrong with a write after all that: lost though it was answered, there twice, or half there. */
export async function faultsOf(client: pg.Client, writes: Write[]) {
  const faults: string[] = [];
  for (const { kind, id, on, answered, after } of writes) {
    const { rows } = await client.query(found[kind], after ? [id, on, after] : [id, on]);
    const { rows: there, entries } = rows[0];
    if (answered && there === 0) faults.push(`${kind} ${id}: answered and lost`);
    if (there > 1) faults.push(`${kind} ${id}: there ${there} times`);
    if (entries !== there) faults.push(`${kind} ${id}: ${there} rows, ${entries} audit entries`);
  }
  return faults;
}
