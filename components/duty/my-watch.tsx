import { Card } from "@/components/ui/card";
import type { WatchShift } from "@/lib/duty/shifts/queries";
import type { WatchActions } from "./watch-buttons";
import { WatchCard } from "./watch-card";

type Props = { title: string; shifts: WatchShift[]; actions: WatchActions };

export function MyWatch({ title, shifts, actions }: Props) {
  if (shifts.length === 0) return null;
  return (
    <Card title={title} flush>
      {shifts.map((shift) => (
        <WatchCard key={shift.id} shift={shift} actions={actions} />
      ))}
    </Card>
  );
}
