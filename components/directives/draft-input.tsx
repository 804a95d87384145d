"use client";

import { type ReactNode, useId } from "react";
import { Badge } from "@/components/ui/badge";
import { controlStyle } from "@/components/ui/control-style";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Left empty by the reading: the officer must look. */
  doubtful?: boolean;
  rows?: number;
  type?: "text" | "date" | "number";
  hint?: ReactNode;
  className?: string;
};

/** One value of a draft, kept by the editor rather than by the form. */
export function DraftInput({
  label,
  value,
  onChange,
  doubtful,
  rows,
  type = "text",
  hint,
  className = "",
}: Props) {
  const id = useId();
  const wiring = {
    id,
    value,
    "aria-describedby": hint ? `${id}-hint` : undefined,
    className: controlStyle,
  };
  return (
    <div className={`grid content-start gap-1.5 ${className}`}>
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        {doubtful && !value ? <Badge tone="warning">Chưa đọc được</Badge> : null}
      </div>
      {rows ? (
        <textarea
          {...wiring}
          rows={rows}
          onChange={(event) => onChange(event.target.value)}
          className={`${controlStyle} field-sizing-content leading-relaxed`}
        />
      ) : (
        <input {...wiring} type={type} min={1} onChange={(event) => onChange(event.target.value)} />
      )}
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
