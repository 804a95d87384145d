import { Stat } from "@/components/ui/stat";
import type { WatchMeasure } from "@/lib/duty/coverage/queries";

const hours = (minutes: number) => Math.round(minutes / 60).toLocaleString("vi-VN");
const share = (part: number, whole: number) =>
  whole > 0 ? `${Math.floor((100 * part) / whole)}%` : "chưa có";

/** "Một người có tên ở mọi phút": the answer, and the figures behind it. */
export function MeasureStats({ measure }: { measure: WatchMeasure }) {
  const { units, complete, requiredMinutes, rosteredMinutes, dueMinutes, takenMinutes } = measure;
  const missing = units - complete;
  return (
    <section aria-label="Số liệu trực 24/7" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat
        label="Đơn vị đủ người mọi phút"
        value={`${complete}/${units}`}
        tone={missing > 0 ? "danger" : "success"}
        note={missing > 0 ? `${missing} đơn vị còn giờ trống` : "không còn giờ trống"}
      />
      <Stat label="Giờ phải trực" value={hours(requiredMinutes)} />
      <Stat
        label="Giờ đã xếp người"
        value={share(rosteredMinutes, requiredMinutes)}
        note={`${hours(rosteredMinutes)} giờ`}
      />
      <Stat
        label="Giờ đã nhận ca"
        value={share(takenMinutes, dueMinutes)}
        note={`${hours(takenMinutes)} trong ${hours(dueMinutes)} giờ đã qua`}
      />
    </section>
  );
}
