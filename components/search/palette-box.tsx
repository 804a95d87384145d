"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { CornerDownLeft, Search, X } from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";
import { SoftLink } from "@/components/ui/soft-link";
import { MarkedText } from "./marked-text";
import {
  type PaletteGroup,
  type PaletteOption,
  type Place,
  paletteGroups,
} from "./palette-options";
import { type Answer, useHits } from "./use-hits";

type Props = { places: Place[]; onGo: (href: string) => void; onLeave: () => void };

/** A combobox: the cursor stays in the field, the arrows walk the list, Enter goes there. */
export function PaletteBox({ places, onGo, onLeave }: Props) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const q = typed.trim().slice(0, 200);
  const answer = useHits(q);
  const groups = paletteGroups(q, places, answer);
  const options = groups.flatMap((group) => group.options);
  const current = options[Math.min(active, options.length - 1)];
  const optionId = (option: PaletteOption) => `${id}${options.indexOf(option)}`;

  // It may come after the dialog around it has opened.
  useEffect(() => field.current?.focus(), []);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  });

  function walk(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      const here = Math.min(active, options.length - 1);
      setActive((here + step + options.length) % options.length);
    }
    if (event.key === "Enter" && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onGo(current.href);
    }
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line pr-2 pl-4">
        <Search aria-hidden className="size-5 shrink-0 text-ink-muted" />
        <input
          ref={field}
          role="combobox"
          aria-label="Tìm văn bản, nhiệm vụ, báo cáo, đơn vị, người hoặc trang"
          aria-expanded={options.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={current ? optionId(current) : undefined}
          placeholder="Tìm văn bản, nhiệm vụ, đơn vị, trang…"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={walk}
          className="min-h-14 min-w-0 flex-1 bg-transparent text-[1rem] outline-none placeholder:text-ink-faint"
        />
        <button
          type="button"
          aria-label="Đóng"
          onClick={onLeave}
          className="grid size-11 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-subtle hover:text-ink"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      <p role="status" className="sr-only">
        {spoken(answer, options.length)}
      </p>
      <Trouble answer={answer} />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Kết quả"
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2"
      >
        {groups.map((group, index) => (
          <OptionGroup
            key={group.name}
            id={`${id}group${index}`}
            group={group}
            current={current}
            optionId={optionId}
            onLeave={onLeave}
          />
        ))}
      </div>
      <p
        aria-hidden
        className="hidden items-center gap-4 border-t border-line px-4 py-2 text-xs text-ink-muted sm:flex"
      >
        <span className="flex items-center gap-1.5">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> chọn
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>Enter</Kbd> mở
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>Esc</Kbd> đóng
        </span>
      </p>
    </>
  );
}

type GroupProps = {
  id: string;
  group: PaletteGroup;
  current: PaletteOption | undefined;
  optionId: (option: PaletteOption) => string;
  onLeave: () => void;
};

function OptionGroup({ id, group, current, optionId, onLeave }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list of choices
    <div role="group" aria-labelledby={id} className="not-first:mt-2">
      <p id={id} className="px-2.5 py-1 text-xs font-medium text-ink-faint">
        {group.name}
      </p>
      {group.options.map((option) => (
        <SoftLink
          key={option.id}
          id={optionId(option)}
          role="option"
          aria-selected={option === current}
          tabIndex={-1}
          href={option.href}
          onClick={onLeave}
          className="group flex min-h-10 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm hover:bg-subtle aria-selected:bg-accent-soft pointer-coarse:min-h-11"
        >
          {option.icon}
          <span className="grid min-w-0 flex-1">
            <span className="line-clamp-2">
              <MarkedText parts={option.title} />
            </span>
            {option.detail ? (
              <span className="truncate text-xs text-ink-muted">{option.detail}</span>
            ) : null}
          </span>
          <CornerDownLeft
            aria-hidden
            className="size-4 shrink-0 text-ink-muted opacity-0 group-aria-selected:opacity-100"
          />
        </SoftLink>
      ))}
    </div>
  );
}

function Trouble({ answer }: { answer: Answer }) {
  const message =
    answer.status === "failed"
      ? answer.message
      : answer.status === "found" && answer.cut
        ? "Câu hỏi này mất nhiều thời gian nên kết quả còn thiếu. Thử thêm từ."
        : "";
  if (!message) return null;
  return <p className="border-b border-line px-4 py-2.5 text-sm text-warning-ink">{message}</p>;
}

function spoken(answer: Answer, options: number) {
  if (answer.status === "failed") return answer.message;
  if (answer.status !== "found") return answer.status === "asking" ? "Đang tìm…" : "";
  const hits = answer.groups.reduce((sum, group) => sum + group.hits.length, 0);
  return hits > 0 ? `${hits} kết quả, ${options} lựa chọn.` : "Không tìm thấy gì.";
}
