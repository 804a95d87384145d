/** 16 px on a finger's screen: iOS zooms into anything smaller. */
export const controlStyle =
  "block w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 py-2 text-ink " +
  "min-h-10 pointer-coarse:min-h-11 pointer-coarse:text-[1rem] transition-colors " +
  "hover:border-ink-muted focus-visible:border-accent focus-visible:outline-offset-0 " +
  "aria-invalid:border-danger aria-invalid:bg-danger-bg/40 " +
  "disabled:bg-subtle disabled:text-ink-muted read-only:not-[select]:bg-subtle";
