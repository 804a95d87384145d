import { readAddress } from "@/lib/incidents/indicators/rules";
import { readSource } from "../sources/rules";
import type { Source } from "../sources/schema";
import type { RequestAct, RequestState } from "./schema";

type Answer = { dueAt: Date; answeredAt: Date | null };

/** Read from two instants that never change: what came late stays late. */
export function requestState({ dueAt, answeredAt }: Answer, at: Date): RequestState {
  if (answeredAt) return answeredAt <= dueAt ? "on_time" : "late";
  return at > dueAt ? "missing" : "waiting";
}

export const requestCode = ({ year, number }: { year: number; number: number }) =>
  `YC-${year}-${String(number).padStart(4, "0")}`;

const FOUR_NUMBERS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** What telcos are asked to do about a source; a page may have been told by its bare address. */
export function actFor({ kind, value }: Pick<Source, "kind" | "value">): RequestAct {
  if (kind === "domain") return FOUR_NUMBERS.test(value) ? "block_ip" : "block_domain";
  return kind === "phone" || kind === "short_code" || kind === "brandname"
    ? "block_number"
    : "block_page";
}

/** What is to be blocked as it is always written; null where it is no such thing. */
export function readTarget(act: RequestAct, told: string) {
  if (act === "block_ip") {
    const address = readAddress(told.replace(/\[\.\]/g, ".").trim());
    return address ? { value: address, source: null } : null;
  }
  const source = readSource(told);
  if (!source) return null;
  const fits = {
    block_number:
      source.kind === "phone" || source.kind === "short_code" || source.kind === "brandname",
    block_domain: source.kind === "domain",
    block_page: true,
  }[act];
  return fits ? { value: source.value, source } : null;
}
