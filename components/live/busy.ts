import { now } from "@/lib/time";

const OPEN = "dialog[open], [role=menu], [aria-busy=true], [data-live=off]";
/** Between two words one thinks. */
const THOUGHT = 5_000;

const begun = new Set<HTMLFormElement>();
let typedAt = 0;

/**
 * Notes what is begun and not sent. A form that was refused stays begun: it keeps what was typed,
 * and the version it was typed for. Done, it is reset or says so. A tick in a list is no writing.
 */
export function watchForms() {
  const note = ({ target, type }: Event) => {
    if (type === "saved") typedAt = 0;
    if (target instanceof HTMLFormElement) return void begun.delete(target);
    if (type !== "input" || !(target instanceof HTMLElement)) return;
    typedAt = now().getTime();
    const form = target.closest("form");
    const ticks = target.matches("[type=checkbox]") && !form?.querySelector("[name=version]");
    if (form && !ticks && !form.closest("search")) begun.add(form);
  };
  document.addEventListener("input", note, true);
  document.addEventListener("reset", note, true);
  document.addEventListener("saved", note, true);
  return () => {
    document.removeEventListener("input", note, true);
    document.removeEventListener("reset", note, true);
    document.removeEventListener("saved", note, true);
  };
}

/** Whether somebody is at something that a page drawn anew could take out of their hands. */
export function isBusy() {
  for (const form of begun) if (!form.isConnected || isEmpty(form)) begun.delete(form);
  return (
    begun.size > 0 || now().getTime() - typedAt < THOUGHT || document.querySelector(OPEN) !== null
  );
}

/** All that was written is deleted again. */
const isEmpty = (form: HTMLFormElement) =>
  !form.querySelector("[name=version]") &&
  [...form.querySelectorAll<HTMLInputElement>("input, textarea, select")].every(
    ({ type, value }) => value === "" || /hidden|checkbox|radio|select-one/.test(type),
  );
