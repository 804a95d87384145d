import type { ReactNode } from "react";

type Props = {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  footnote?: string;
  /** `div` where the shell around it is the page's main part already. */
  as?: "main" | "div";
};

/** A page that has one thing to say. */
export function Notice({ title, children, actions, footnote, as: Frame = "main" }: Props) {
  return (
    <Frame className="mx-auto grid min-h-[70dvh] max-w-xl content-center gap-4 px-5 py-12">
      <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
      <div className="grid gap-3 text-lg text-ink-muted">{children}</div>
      {actions ? <div className="mt-3 flex flex-wrap gap-3">{actions}</div> : null}
      {footnote ? <p className="mt-4 text-sm text-ink-faint">{footnote}</p> : null}
    </Frame>
  );
}
