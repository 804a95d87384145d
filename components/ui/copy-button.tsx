"use client";

import { useState } from "react";
import { Button } from "./button";
import type { ButtonStyle } from "./button-style";
import { Check, Copy } from "./icons";

type Props = ButtonStyle & { text: string; label?: string };

export function CopyButton({ text, label = "Sao chép", variant = "ghost", size = "sm" }: Props) {
  const [said, setSaid] = useState("");
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Đã sao chép");
    } catch {
      // Refused by the browser, as on a page that is not served over https.
      setSaid("Máy không cho sao chép, hãy chọn và chép tay");
    }
  }
  return (
    <span className="inline-flex items-center gap-2">
      <Button
        variant={variant}
        size={size}
        icon={said === "Đã sao chép" ? <Check /> : <Copy />}
        onClick={copy}
      >
        {label}
      </Button>
      <span role="status" className="text-sm text-ink-muted empty:hidden">
        {said}
      </span>
    </span>
  );
}
