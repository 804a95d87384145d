/** A line; with words, the words stand in it. */
export function Divider({ children }: { children?: string }) {
  if (!children) return <hr className="border-line" />;
  return (
    <div className="flex items-center gap-3 text-sm text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {children}
    </div>
  );
}
