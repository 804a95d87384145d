import { formatCivilDay } from "@/lib/campaigns/rules";

type Period = { name: string | null; firstOn: string; lastOn: string };

/** `Tết Ất Tỵ, 24/01/2025 đến 05/02/2025`; without a campaign the days alone. */
export const periodWords = ({ name, firstOn, lastOn }: Period) =>
  [name, `${formatCivilDay(firstOn)} đến ${formatCivilDay(lastOn)}`].filter(Boolean).join(", ");
