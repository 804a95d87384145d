"use client";

import { Printer } from "lucide-react";
import { Button } from "./button";
import type { ButtonStyle } from "./button-style";

export function PrintButton({ label = "In", ...style }: ButtonStyle & { label?: string }) {
  return (
    <Button {...style} icon={<Printer />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
