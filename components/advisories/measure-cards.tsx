import { Card } from "@/components/ui/card";
import { Stat } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import type { MeasuredAdvisories } from "@/lib/advisories/measure/queries";
import type { MeasuredSweeps } from "@/lib/sweeps/measure/queries";
import { shareOf } from "@/lib/sweeps/rules";

type Props = { advisories: MeasuredAdvisories | null; sweep: MeasuredSweeps | null };

/** What "vá, rà soát, theo dõi cảnh báo" comes to: computed, not typed in. */
export function MeasureCards({ advisories, sweep }: Props) {
  return (
    <>
      {sweep && sweep.units > 0 ? <SweepCard sweep={sweep} /> : null}
      {advisories && advisories.asked > 0 ? <AdvisoriesCard advisories={advisories} /> : null}
    </>
  );
}

function SweepCard({ sweep }: { sweep: MeasuredSweeps }) {
  const { campaign, round, roundId, units, filed, undeclared, machines, checked } = sweep;
  const share = shareOf(checked, machines);
  return (
    <Card
      title="Rà soát máy chủ, máy trạm"
      description={`${campaign.name}: tính từ kết quả rà soát và bản kê máy, không phải khai.`}
      aside={roundId ? <TextLink href={`/sweeps/${roundId}`}>Xem vòng {round}</TextLink> : null}
    >
      {round === null ? (
        <p className="text-ink-muted">Chưa mở vòng rà soát nào trong đợt này.</p>
      ) : (
        <section aria-label="Độ phủ rà soát" className="grid grid-cols-2 gap-3 lg:grid-cols-3">
          <Stat
            label="Máy đã rà soát"
            value={share === null ? "Chưa có" : `${share}%`}
            tone={share === 100 ? "success" : "danger"}
            note={`${checked} trong ${machines} máy`}
          />
          <Stat label="Đơn vị đã báo cáo" value={`${filed}/${units}`} />
          <Stat
            label="Chưa kê khai máy"
            value={undeclared}
            tone={undeclared > 0 ? "warning" : "success"}
          />
        </section>
      )}
    </Card>
  );
}

function AdvisoriesCard({ advisories }: { advisories: MeasuredAdvisories }) {
  const { campaign, asked, onTime, closedLate, late, waiting } = advisories;
  const due = asked - waiting;
  const share = shareOf(onTime, due);
  return (
    <Card
      title="Xử lý cảnh báo đúng hạn"
      description={`${campaign.name}: tính từ trả lời của đơn vị, không phải khai.`}
      aside={<TextLink href="/advisories">Xem cảnh báo</TextLink>}
    >
      <section aria-label="Cảnh báo đúng hạn" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat
          label="Đúng hạn"
          value={share === null ? "Chưa có" : `${share}%`}
          tone={late + closedLate > 0 ? "danger" : "success"}
          note={`${onTime} trong ${due} lượt đã xong hoặc tới hạn`}
        />
        <Stat label="Xong muộn" value={closedLate} />
        <Stat label="Quá hạn" value={late} tone={late > 0 ? "danger" : "neutral"} />
        <Stat label="Còn trong hạn" value={waiting} />
      </section>
    </Card>
  );
}
