import { Stat } from "@/components/ui/stat";
import type { RoundTotals } from "@/lib/sweeps/queries";
import { shareOf } from "@/lib/sweeps/rules";

export function SweepStats({ totals, all }: { totals: RoundTotals; all: boolean }) {
  const share = shareOf(totals.checked, totals.machines);
  return (
    <section aria-label="Số liệu rà soát" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {all ? <Stat label="Đơn vị đã báo cáo" value={`${totals.filed}/${totals.units}`} /> : null}
      <Stat
        label="Máy đã rà soát"
        value={share === null ? "Chưa có" : `${share}%`}
        tone={share === 100 ? "success" : "warning"}
        note={`${totals.checked} trong ${totals.machines} máy`}
      />
      <Stat
        label="Mã độc"
        value={`${totals.malwareRemoved}/${totals.malwareFound}`}
        note="đã gỡ / tìm thấy"
      />
      <Stat
        label="Lỗ hổng"
        value={`${totals.vulnerabilitiesFixed}/${totals.vulnerabilitiesFound}`}
        note={`đã khắc phục / tìm thấy; ${totals.hunts} lần săn lùng`}
      />
    </section>
  );
}
