"use client";

import { useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { controlStyle } from "@/components/ui/control-style";
import { X } from "@/components/ui/icons";
import type { Recipient } from "@/lib/directives/drafts/schema";
import { foldVietnamese } from "@/lib/text";

export type Directory = {
  units: { id: string; name: string }[];
  groups: { id: string; name: string; size: number }[];
};

type Props = {
  label: string;
  recipients: Recipient[];
  /** Phrases of the heading that no unit or group answers to. */
  unmatched: string[];
  directory: Directory;
  onChange: (recipients: Recipient[]) => void;
};

/** Whom a section binds: chips to take away, a search to add. */
export function RecipientPicker({ label, recipients, unmatched, directory, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [settled, setSettled] = useState<string[]>([]);
  const strangers = unmatched.filter((text) => !settled.includes(text));
  const chosen = new Set(recipients.map((recipient) => recipient.id));
  const found = typed.trim() ? search(directory, typed, chosen) : [];
  const add = (recipient: Recipient) => {
    onChange([...recipients, recipient]);
    setTyped("");
  };
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {strangers.map((text) => (
        <Alert
          key={text}
          tone="warning"
          actions={
            <Button
              size="sm"
              aria-label={`Đã xử lý: ${text}`}
              onClick={() => setSettled([...settled, text])}
            >
              Đã xử lý
            </Button>
          }
        >
          Chưa khớp được: {text}. Hãy chọn đơn vị ở dưới.
        </Alert>
      ))}
      <ul className="flex flex-wrap gap-1.5">
        {recipients.map((recipient) => (
          <li
            key={recipient.id}
            className="inline-flex items-center gap-1 rounded-full border border-line bg-subtle pl-3 text-sm"
          >
            {nameOf(recipient, directory)}
            <button
              type="button"
              aria-label={`Bỏ ${nameOf(recipient, directory)}`}
              onClick={() => onChange(recipients.filter(({ id: other }) => other !== recipient.id))}
              className="inline-flex size-8 items-center justify-center rounded-full hover:bg-neutral-bg pointer-coarse:size-11"
            >
              <X aria-hidden="true" className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      <input
        id={id}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder="Gõ tên đơn vị hoặc nhóm để thêm, không cần dấu"
        autoComplete="off"
        className={controlStyle}
      />
      {found.length > 0 ? (
        <ul
          aria-label="Kết quả tìm đơn vị"
          className="grid gap-1 rounded-md border border-line bg-surface p-1"
        >
          {found.map((option) => (
            <li key={option.id}>
              <button
                type="button"
                onClick={() => add({ kind: option.kind, id: option.id })}
                className="min-h-9 w-full rounded px-2.5 text-left text-sm hover:bg-accent-soft pointer-coarse:min-h-11"
              >
                {option.name}
                <span className="text-ink-muted">{option.note}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {typed.trim() && found.length === 0 ? (
        <p role="status" className="text-sm text-ink-muted">
          Không có đơn vị hay nhóm nào tên như vậy.
        </p>
      ) : null}
    </div>
  );
}

function nameOf(recipient: Recipient, { units, groups }: Directory) {
  const list = recipient.kind === "group" ? groups : units;
  return list.find(({ id }) => id === recipient.id)?.name ?? "Đơn vị không còn hoạt động";
}

function search({ units, groups }: Directory, typed: string, chosen: Set<string>) {
  const wanted = foldVietnamese(typed);
  const options = [
    ...groups.map(({ id, name, size }) => ({
      kind: "group" as const,
      id,
      name,
      note: ` · nhóm, ${size} đơn vị`,
    })),
    ...units.map(({ id, name }) => ({ kind: "unit" as const, id, name, note: "" })),
  ];
  return options
    .filter(({ id, name }) => !chosen.has(id) && foldVietnamese(name).includes(wanted))
    .slice(0, 8);
}
