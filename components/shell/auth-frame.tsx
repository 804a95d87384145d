import type { ReactNode } from "react";
import { PRODUCT_NAME } from "./brand";
import { Brocade } from "./brocade";
import { ProductMark } from "./product-mark";

type Props = {
  title: string;
  intro?: ReactNode;
  /** Whose product it is. */
  subtitle?: string;
  /** A quiet sentence on the coloured side. */
  motto?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
};

/** The door: a calm panel that says whose house it is, and the form. On a phone, the form. */
export function AuthFrame({
  title,
  intro,
  subtitle = "An toàn thông tin mạng cấp huyện",
  motto = "Cả huyện cùng trực, để mọi nhà yên tâm đón Tết.",
  children,
  footer,
}: Props) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(26rem,5fr)_7fr]">
      <aside
        aria-label="Giới thiệu"
        className="relative hidden flex-col justify-between overflow-hidden bg-night p-12 [--color-mark:#4f5bc4] text-night-ink lg:flex print:hidden"
      >
        <Brocade className="absolute inset-x-0 bottom-0 h-64 w-full text-night-muted/30" />
        <p className="relative flex items-center gap-3">
          <ProductMark className="size-12" />
          <span className="grid leading-tight">
            <span className="text-lg font-semibold">{PRODUCT_NAME}</span>
            <span className="text-sm text-night-muted">{subtitle}</span>
          </span>
        </p>
        <div className="relative mb-64 max-w-md text-3xl leading-snug font-medium text-balance">
          {motto}
        </div>
      </aside>
      <main id="noi-dung" className="grid content-center px-5 py-10 sm:px-10">
        <div className="mx-auto grid w-full max-w-sm gap-8">
          <p className="flex items-center gap-2.5 lg:hidden">
            <ProductMark className="size-9" />
            <span className="grid leading-tight">
              <span className="font-semibold">{PRODUCT_NAME}</span>
              <span className="text-xs text-ink-muted">{subtitle}</span>
            </span>
          </p>
          <header className="grid gap-1.5">
            <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
            {intro ? <p className="text-ink-muted">{intro}</p> : null}
          </header>
          {children}
          {footer ? <footer className="text-sm text-ink-muted">{footer}</footer> : null}
        </div>
      </main>
    </div>
  );
}
