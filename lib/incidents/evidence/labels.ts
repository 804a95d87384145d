import type { CustodyAct } from "./schema";

export const custodyLabels: Record<CustodyAct, string> = {
  collected: "Thu nhận",
  opened: "Tải xuống",
  handed_over: "Bàn giao",
};

const byAct: Record<string, string> = custodyLabels;
export const custodyLabel = (act: string) => byAct[act] ?? act;
