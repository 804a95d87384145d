import { ButtonLink } from "./button-link";
import { ChevronLeft, ChevronRight } from "./icons";

type Props = {
  /** `1–50 trong 312` */
  summary?: string;
  previousHref?: string;
  nextHref?: string;
  label?: string;
};

export function Pagination({ summary, previousHref, nextHref, label = "Phân trang" }: Props) {
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-muted tabular-nums">{summary}</p>
      <div className="flex gap-2">
        {previousHref ? (
          <ButtonLink href={previousHref} rel="prev" size="sm" icon={<ChevronLeft />}>
            Trang trước
          </ButtonLink>
        ) : null}
        {nextHref ? (
          <ButtonLink href={nextHref} rel="next" size="sm">
            Trang sau
            <ChevronRight aria-hidden />
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
