"use client";

import { Button } from "./button";
import type { ButtonStyle } from "./button-style";
import { Printer } from "./icons";

export function PrintButton({ label = "In", ...style }: ButtonStyle & { label?: string }) {
  return (
    <Button {...style} icon={<Printer />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
