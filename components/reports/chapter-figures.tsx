import { TextLink } from "@/components/ui/text-link";
import { figureWords } from "@/lib/reports/chapters/labels";
import type { Chapter, Figure } from "@/lib/reports/chapters/schema";

type Props = { reportId: string; chapter: Chapter; compared: string | null };

/** The figures of a chapter; each leads to the rows it was counted from. */
export function ChapterFigures({ reportId, chapter, compared }: Props) {
  const page = `/reports/${reportId}/annexes/${chapter.code}`;
  const before = new Map((chapter.earlier ?? []).map((figure) => [figure.code, figure]));
  return (
    <dl
      aria-label={`Số liệu: ${chapter.title}`}
      className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3"
    >
      {chapter.figures.map((figure) => (
        <div key={figure.code} className="border-l-2 border-line pl-3">
          <dt className="text-sm text-ink-muted">{figure.label}</dt>
          <dd className="grid">
            <TextLink
              href={`${page}?figure=${figure.code}`}
              className="w-fit text-lg font-semibold tabular-nums"
            >
              {figureWords(figure)}
            </TextLink>
            {figure.why ? <span className="text-xs text-ink-muted">{figure.why}</span> : null}
            {compared ? (
              <span className="text-xs text-ink-muted">
                {compared}: {beside(before.get(figure.code))}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const beside = (figure: Figure | undefined) => (figure ? figureWords(figure) : "không có số");
