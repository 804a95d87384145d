import { CircleCheck, CircleDashed, Info, OctagonAlert, TriangleAlert } from "./icons";
import type { Tone } from "./tone";

const icons = {
  neutral: CircleDashed,
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: OctagonAlert,
};

/** A shape of its own for each tone, so that colour never speaks alone. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  const Icon = icons[tone];
  return <Icon aria-hidden className={className} />;
}
