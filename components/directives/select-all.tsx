"use client";

import { Checkbox } from "@/components/ui/checkbox";

/** Ticks every box of this name in its form. */
export function SelectAll({ label, name }: { label: string; name: string }) {
  return (
    <Checkbox
      label={label}
      className="px-4 pt-3 sm:px-5 print:hidden"
      onChange={(event) => {
        const { checked, form } = event.currentTarget;
        for (const box of form?.querySelectorAll<HTMLInputElement>(`[name="${name}"]`) ?? []) {
          box.checked = checked;
        }
      }}
    />
  );
}
