import type { Part } from "@/lib/search/marks/rules";

/** A text with the words marked that it was found by. */
export function MarkedText({ parts }: { parts: Part[] }) {
  return parts.map((part, index) =>
    part.found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      <mark key={index} className="rounded-sm bg-found px-px font-medium text-inherit">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
