import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { findAssignmentWatch } from "@/lib/duty/coverage/queries";
import { RunBar } from "./coverage-wall";
import { minuteWords, spanWords } from "./span-text";

type Props = { watch: Awaited<ReturnType<typeof findAssignmentWatch>> };

const SHOWN = 8;

/** What "trực 24/7" comes to for this unit: counted from its roster and its check-ins. */
export function WatchMeasureCard({ watch }: Props) {
  if (!watch) return null;
  const { campaign, measure, runs, rosterId } = watch;
  const holes = runs.filter(({ kind }) => kind === "gap" || kind === "missed");
  const words = (minutes: number) => minuteWords(Math.round(minutes));
  return (
    <Card
      title="Số liệu trực 24/7"
      description={`${campaign.name}: tính từ lịch trực và giờ nhận ca, không phải khai.`}
      aside={rosterId ? <TextLink href={`/duty/rosters/${rosterId}`}>Mở lịch trực</TextLink> : null}
    >
      <div className="grid gap-4">
        <RunBar campaign={campaign} runs={runs} />
        <DefinitionList
          items={[
            ["Phải có người", words(measure.requiredMinutes)],
            ["Đã xếp người", words(measure.rosteredMinutes)],
            [
              "Đã nhận ca",
              `${words(measure.takenMinutes)} trong ${words(measure.dueMinutes)} đã qua`,
            ],
            [
              "Chưa đạt",
              holes.length === 0
                ? "Không có khoảng nào"
                : holes.slice(0, SHOWN).map(spanWords).join("; ") +
                  (holes.length > SHOWN ? `; và ${holes.length - SHOWN} khoảng nữa` : ""),
            ],
          ]}
        />
      </div>
    </Card>
  );
}
