import type { EscalationReceiver } from "./schema";

export const escalationReceiverLabels: Record<EscalationReceiver, string> = {
  addressee: "Nơi nhận ban đầu",
  unit_duty: "Người đang trực của đơn vị",
  unit_lead: "Lãnh đạo đơn vị",
  district_duty: "Người đang trực của huyện",
  district_officer: "Cán bộ huyện",
  district_leader: "Lãnh đạo huyện",
};

type Timing = { afterMinutes: number; repeatTimes: number; repeatMinutes: number };

/** `Sau 15 phút, nhắc lại 2 lần cách 15 phút` */
export function stepWhen({ afterMinutes, repeatTimes, repeatMinutes }: Timing) {
  const first = `Sau ${afterMinutes} phút`;
  return repeatTimes === 0
    ? first
    : `${first}, nhắc lại ${repeatTimes} lần cách ${repeatMinutes} phút`;
}
