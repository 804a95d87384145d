import { ProductMark } from "./product-mark";

export const PRODUCT_NAME = "Trực an toàn mạng";

/** Mark, name, and whose it is. */
export function Brand({ subtitle }: { subtitle: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <ProductMark className="size-8 shrink-0" />
      <span className="grid min-w-0 leading-tight">
        <span className="truncate font-semibold tracking-tight">{PRODUCT_NAME}</span>
        <span className="truncate text-xs text-ink-muted">{subtitle}</span>
      </span>
    </span>
  );
}
