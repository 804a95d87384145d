import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { lateLabels } from "@/lib/campaigns/lateness/labels";
import type { LateSummary, listReasons } from "@/lib/campaigns/lateness/queries";
import type { LessonRow } from "@/lib/campaigns/lessons/queries";
import { LateStats } from "./late-stats";

type Props = {
  campaign: { id: string; name: string };
  lessons: LessonRow[];
  summary: LateSummary[];
  reasons: Awaited<ReturnType<typeof listReasons>>;
};

/** What went wrong last time, before the next one is planned. */
export function EarlierExperience({ campaign, lessons, summary, reasons }: Props) {
  if (lessons.length + summary.length === 0) return null;
  return (
    <Card
      title={`Rút kinh nghiệm từ ${campaign.name}`}
      aside={<TextLink href={`/campaigns/${campaign.id}/review`}>Xem từng việc chậm</TextLink>}
    >
      <div className="grid gap-5">
        <LateStats campaignId={campaign.id} summary={summary} />
        {reasons.length > 0 ? (
          <section aria-label="Vì sao chậm" className="grid gap-1">
            <h3 className="font-medium">Vì sao chậm</h3>
            <ul className="grid list-disc gap-1 pl-5">
              {reasons.map(({ kind, text, times }) => (
                <li key={kind + text}>
                  {text}{" "}
                  <span className="text-sm text-ink-muted">
                    ({lateLabels[kind]}
                    {times > 1 ? `, ${times} lần` : ""})
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {lessons.length > 0 ? (
          <section aria-label="Bài học" className="grid gap-1">
            <h3 className="font-medium">Bài học</h3>
            <ul className="grid list-disc gap-1 pl-5">
              {lessons.map(({ id, text }) => (
                <li key={id} className="whitespace-pre-line">
                  {text}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Card>
  );
}
