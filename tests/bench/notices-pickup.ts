import { once } from "node:events";
import pg from "pg";
import { db } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import type { Way } from "@/lib/jobs/sending/channels";
import { startSender } from "@/lib/jobs/sending/sender";
import { chooseNotices } from "@/lib/notifications/choices/commands";
import { aDistrict } from "@/tests/support/district";
import { tellPerson } from "@/tests/support/notices";

export const name = "Thông báo được tiến trình gửi nhận, từ lúc ghi (sàn: NOTIFY)";
export const repeats = 100;

let tell: () => Promise<unknown>;
let pickedUp: () => void = () => {};
let listener: pg.Client;
let speaker: pg.Client;

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
  await startSender(url, [way]);
  await db.noticeChannel.updateMany({ data: { ready: true } });
  tell = () => tellPerson(staff, { kind: "incident.escalate" });
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

/** From the start of the command's transaction to the moment a worker holds the delivery. */
export async function run() {
  const held = new Promise<void>((resolve) => {
    pickedUp = resolve;
  });
  await tell();
  await held;
}
