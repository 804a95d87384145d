import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { BatchItem } from "@/lib/duty/batch/schema";

/** Something a person did without network: as it will be sent, and why it was refused, if it was. */
export type KeptItem = {
  /** Counts up: the order in which things were done. */
  seq: number;
  /** Made here; the server stores nothing twice under it. */
  id: string;
  /** Whose it is. On a shared phone nobody sends it but them. */
  person: string;
  shiftId: string;
  type: BatchItem["type"];
  data: Record<string, string>;
  refusal: string | null;
};

interface OutboxSchema extends DBSchema {
  kept: { key: number; value: KeptItem; indexes: { person: string } };
  state: { key: "person"; value: string };
}

const CHANNEL = "outbox";
let opening: Promise<IDBPDatabase<OutboxSchema>> | null = null;

export async function keepItem(item: Omit<KeptItem, "seq" | "refusal">) {
  // On the disk before the person is told so: a phone may go out in the next moment.
  const change = (await open()).transaction("kept", "readwrite", { durability: "strict" });
  // The key is the store's to give.
  const fresh: Omit<KeptItem, "seq"> = { ...item, refusal: null };
  await Promise.all([change.store.add(fresh as KeptItem), change.done]);
  tellOthers();
}

/** In the order in which they were done. */
export async function listKept(person: string) {
  return (await open()).getAllFromIndex("kept", "person", person);
}

/** How many wait on this device, whoever they belong to; what they say is nobody else's to see. */
export async function countKept() {
  return (await open()).count("kept");
}

export async function dropKept(seq: number) {
  await (await open()).delete("kept", seq);
  tellOthers();
}

/** What the server answered, all of it or nothing: what is stored goes, what is refused stays. */
export async function settleKept(stored: readonly number[], refused: ReadonlyMap<number, string>) {
  const change = (await open()).transaction("kept", "readwrite");
  await Promise.all([
    ...stored.map((seq) => change.store.delete(seq)),
    ...[...refused].map(async ([seq, refusal]) => {
      const item = await change.store.get(seq);
      if (item) await change.store.put({ ...item, refusal });
    }),
    change.done,
  ]);
  tellOthers();
}

/** Whose pages the device keeps for reading without network; null: nobody's. */
export async function rememberReader(person: string | null) {
  const box = await open();
  if (person) await box.put("state", person, "person");
  else await box.delete("state", "person");
}

export async function findReader() {
  return (await (await open()).get("state", "person")) ?? null;
}

/** Calls back when another tab, the worker or this page has changed what is kept. */
export function onOutboxChange(changed: () => void) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", changed);
  return () => channel.close();
}

function tellOthers() {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

function open() {
  opening ??= openDB<OutboxSchema>("watch", 1, {
    upgrade(box) {
      const kept = box.createObjectStore("kept", { keyPath: "seq", autoIncrement: true });
      kept.createIndex("person", "person");
      box.createObjectStore("state");
    },
    terminated: () => {
      opening = null;
    },
  }).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}
