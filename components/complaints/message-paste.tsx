"use client";

import { useState } from "react";
import { TextArea } from "@/components/ui/text-area";
import { readMessages } from "@/lib/complaints/messages/rules";

/** A message as the resident sent it fills the fields below; what cannot be read is left as it is. */
export function MessagePaste() {
  const [said, setSaid] = useState("");
  return (
    <div className="grid gap-1">
      <TextArea
        label="Dán tin nhắn của người dân"
        name="pasted"
        rows={2}
        optional
        hint="Dạng S, V hoặc LD, có hay không có ngoặc: các ô bên dưới được điền theo."
        onChange={({ target }) => {
          const messages = readMessages(target.value);
          const [first] = messages;
          setSaid(wordsFor(target.value, messages.length));
          if (!first || !target.form) return;
          fill(target.form, first);
        }}
      />
      <p role="status" className="text-sm text-ink-muted empty:hidden">
        {said}
      </p>
    </div>
  );
}

function fill(form: HTMLFormElement, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = value;
    }
    if (field instanceof HTMLSelectElement) field.value = value;
  }
}

function wordsFor(text: string, count: number) {
  if (!text.trim()) return "";
  if (count === 0) return "Không thấy dạng S, V hay LD: điền các ô bên dưới bằng tay.";
  return count === 1
    ? "Đã điền các ô bên dưới."
    : `Có ${count} tin: đã điền tin đầu, các tin sau nhập tiếp từng tin.`;
}
