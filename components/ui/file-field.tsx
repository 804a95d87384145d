"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { Field, type FieldProps, InputControl } from "./field";
import { fieldPropsOf } from "./field-props";
import { formatSize } from "./file-size";
import { FileUp, X } from "./icons";

type Props = FieldProps &
  Omit<ComponentProps<"input">, keyof FieldProps | "type" | "ref"> & {
    /** Bytes per file; a larger one is named at once instead of after a long upload. */
    limit?: number;
  };

/** Bytes of all files of one sending: the server takes no more at once (`bodySizeLimit`). */
const AT_ONCE = 20 * 1024 * 1024;

export function FileField({ limit = AT_ONCE, onChange, ...props }: Props) {
  const [{ label, errors, ...field }, control] = fieldPropsOf(props);
  const [chosen, setChosen] = useState<File[]>([]);
  const [refused, setRefused] = useState<File[]>([]);
  const input = useRef<HTMLInputElement>(null);

  // A form that starts afresh forgets its files; so must what is shown here.
  useEffect(() => {
    const form = input.current?.form;
    const forget = () => setChosen([]);
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);

  const tooBig = refused.map(({ name, size }) =>
    size > limit
      ? `Tệp “${name}” nặng ${formatSize(size)}, quá ${formatSize(limit)} nên chưa được chọn.`
      : `Tệp “${name}” chưa được chọn: các tệp cộng lại quá ${formatSize(AT_ONCE)}, gửi làm nhiều lần.`,
  );
  return (
    <Field {...field} label={label} errors={[...(errors ?? []), ...tooBig]}>
      <div className="relative grid min-h-20 content-center justify-items-center gap-0.5 rounded-md border border-dashed border-line-strong bg-surface px-4 py-3 text-center transition-colors hover:border-accent hover:bg-accent-soft/40 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        <FileUp aria-hidden className="size-5 text-ink-muted" />
        <span aria-hidden className="text-sm">
          <span className="font-medium text-accent">Chọn tệp</span>
          <span className="text-ink-muted pointer-coarse:hidden"> hoặc kéo thả vào đây</span>
        </span>
        <InputControl
          {...control}
          ref={input}
          type="file"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            const total = files.reduce((sum, { size }) => sum + size, 0);
            const over = files.filter(({ size }) => size > limit);
            // Together too much for one sending: all are named, to be sent in turns.
            const large = over.length === 0 && total > AT_ONCE ? files : over;
            // Not sent at all: a form with such a file would be refused whole.
            if (large.length > 0) event.target.value = "";
            setRefused(large);
            setChosen(large.length > 0 ? [] : files);
            onChange?.(event);
          }}
          className="absolute inset-0 h-full cursor-pointer opacity-0 file:cursor-pointer"
        />
      </div>
      {chosen.length > 0 ? (
        <div role="status" className="flex items-start justify-between gap-3 text-sm">
          <ul className="grid min-w-0 gap-0.5 py-1">
            {chosen.map(({ name, size }) => (
              <li key={name} className="min-w-0 break-words">
                <span className="font-medium">{name}</span>{" "}
                <span className="text-ink-muted">{formatSize(size)}</span>
              </li>
            ))}
          </ul>
          <Button
            variant="ghost"
            size="sm"
            icon={<X />}
            onClick={() => {
              if (input.current) input.current.value = "";
              setChosen([]);
            }}
          >
            Bỏ chọn
          </Button>
        </div>
      ) : null}
    </Field>
  );
}
