import { ButtonLink } from "@/components/ui/button-link";
import { paperLabels } from "@/lib/directives/paper/labels";
import type { DirectiveView } from "@/lib/directives/queries";

/** What the office writes next about it: that it is called back, or whom it still waits for. */
export function LetterLink({ directive: { id, state } }: { directive: DirectiveView }) {
  if (state === "closed") return null;
  const kind = state === "recalled" ? "recall" : "reminder";
  return <ButtonLink href={`/directives/${id}/print?kind=${kind}`}>{paperLabels[kind]}</ButtonLink>;
}
