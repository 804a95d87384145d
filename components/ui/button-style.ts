import { cx } from "./class-names";

export type ButtonStyle = {
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md" | "lg";
};

const variants = {
  primary:
    "border-transparent bg-accent text-accent-ink hover:bg-accent-hover aria-disabled:hover:bg-accent shadow-card",
  secondary:
    "bg-surface text-ink border-line-strong/60 hover:bg-subtle hover:border-line-strong shadow-card",
  ghost: "border-transparent text-ink-muted hover:bg-subtle hover:text-ink",
  danger: "border-transparent bg-danger text-on-danger hover:bg-danger-hover shadow-card",
};

const sizes = {
  sm: "min-h-8 px-2.5 py-1 text-sm gap-1.5 [&_svg]:size-4",
  md: "min-h-10 px-3.5 py-1.5 text-base gap-2 [&_svg]:size-[1.125rem]",
  lg: "min-h-12 px-5 py-2 text-lg gap-2 [&_svg]:size-5",
};

export function buttonStyle({ variant = "secondary", size = "md" }: ButtonStyle) {
  return cx(
    "inline-flex items-center justify-center rounded-md border font-medium",
    "text-center leading-snug transition-colors select-none pointer-coarse:min-h-11 print:hidden",
    "disabled:opacity-60 aria-disabled:cursor-progress disabled:cursor-not-allowed [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
  );
}
