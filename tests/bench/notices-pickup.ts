import { randomUUID } from "node:crypto";
import { once } from "node:events";
import pg from "pg";
import { db, inTransaction, type Transaction } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import type { Way } from "@/lib/jobs/sending/channels";
import { startSender } from "@/lib/jobs/sending/sender";
import { chooseNotices } from "@/lib/notifications/choices/commands";
import { noticePeople } from "@/lib/notifications/record";
import { aDistrict } from "@/tests/support/district";

export const name = "Thông báo được tiến trình gửi nhận, từ lúc lưu (sàn: NOTIFY)";
export const repeats = 100;

let write: () => Promise<() => Promise<unknown>>;
/** Ends the transaction that has written the notice; null while none is open. */
let save: (() => Promise<unknown>) | null = null;
let pickedUp: () => void = () => {};
let listener: pg.Client;
let speaker: pg.Client;
let sender: Awaited<ReturnType<typeof startSender>>;

/** A way out that takes what it is given and hands over nothing: the time until then is measured. */
const way: Way = {
  channel: "email",
  ready: true,
  detail: "",
  atOnce: 4,
  send: async () => {
    pickedUp();
    return { is: "sent" };
  },
};

export async function prepare() {
  const { staff } = await aDistrict();
  await chooseNotices(staff, {
    emailAddress: "truc@xa.example",
    email: ["urgent"],
    push: [],
    webhook: [],
    quiet: false,
    quietFrom: 0,
    quietTo: 0,
    digestAt: 390,
    version: 0,
  });
  const url = databaseUrl() ?? "";
  sender = await startSender(url, [way]);
  await db.noticeChannel.updateMany({ data: { ready: true } });
  write = () => written((tx) => noticePeople(tx, [staff.userId], aNotice()));
  listener = new pg.Client({ connectionString: url });
  speaker = new pg.Client({ connectionString: url });
  await Promise.all([listener.connect(), speaker.connect()]);
  await listener.query("LISTEN bench");
}

/** A word from one connection to another: what any pick-up without polling costs. */
export async function floor() {
  const heard = once(listener, "notification");
  await speaker.query("NOTIFY bench");
  await heard;
}

/** The command's own work, up to its last statement. */
export async function before() {
  save ??= await write();
}

/** From the end of the command's transaction to the moment a worker holds the delivery. */
export async function run() {
  const held = new Promise<void>((resolve) => {
    pickedUp = resolve;
  });
  await save?.();
  save = null;
  await held;
}

const aNotice = () => ({
  kind: "incident.escalate" as const,
  title: "Sự cố chưa ai tiếp nhận",
  subject: { type: "incident", id: randomUUID() },
  cause: randomUUID(),
});

/** Resolves once the work is written, with what saves it. */
function written(work: (tx: Transaction) => Promise<unknown>) {
  return new Promise<() => Promise<unknown>>((resolve, reject) => {
    const saved = inTransaction(async (tx) => {
      await work(tx);
      await new Promise<void>((release) => {
        resolve(() => {
          release();
          return saved;
        });
      });
    });
    saved.catch(reject);
  });
}

export async function finish() {
  await save?.();
  await Promise.all([sender.stop(), listener.end(), speaker.end()]);
}
