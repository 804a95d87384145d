import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PhoneLink } from "@/components/ui/phone-link";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { alertLabels, stepLabel } from "@/lib/duty/alerts/labels";
import type { ShiftView } from "@/lib/duty/shifts/queries";
import { clockIsOff } from "@/lib/duty/shifts/rules";
import { formatInstant } from "@/lib/time";

/** Who had the shift, when it was taken and given on, and what was missing meanwhile. */
export function ShiftFacts({ shift }: { shift: ShiftView }) {
  const { person } = shift;
  const phone = person.phone ? <PhoneLink phone={person.phone} name={person.name} /> : "";
  const happened = [...checkIns(shift), ...handover(shift), ...alerts(shift)];
  return (
    <aside className="grid gap-6" aria-label="Diễn biến ca trực">
      <Card title="Người trực">
        <DefinitionList
          items={[
            ["Họ tên", person.name],
            ["Chức vụ", person.title],
            ["Điện thoại", phone],
          ]}
        />
      </Card>
      {happened.length > 0 ? (
        <Card title="Nhận ca và bàn giao">
          <Timeline items={happened} />
        </Card>
      ) : null}
    </aside>
  );
}

const checkIns = ({ checkIns }: ShiftView): TimelineItem[] =>
  checkIns.map(({ id, kind, at, deviceAt }) => ({
    id,
    title: kind === "start" ? "Nhận ca" : "Điểm danh giữa ca",
    at: formatInstant(at),
    dateTime: at.toISOString(),
    tone: "success",
    body:
      deviceAt && clockIsOff(at, deviceAt) ? `Đồng hồ máy ghi ${formatInstant(deviceAt)}.` : null,
  }));

function handover({ handover }: ShiftView): TimelineItem[] {
  if (!handover) return [];
  const written: TimelineItem = {
    id: handover.id,
    title: "Ghi bàn giao",
    at: formatInstant(handover.writtenAt),
    by: handover.writtenBy,
    body: <p className="whitespace-pre-line">{handover.points || "Không còn việc tồn."}</p>,
  };
  if (!handover.signedAt) return [written];
  return [
    written,
    {
      id: `${handover.id}-signed`,
      title: "Ký nhận bàn giao",
      at: formatInstant(handover.signedAt),
      by: handover.signedBy ?? undefined,
      tone: "success",
      body: handover.signedNote || null,
    },
  ];
}

const alerts = ({ alerts }: ShiftView): TimelineItem[] =>
  alerts.map(({ id, kind, raisedAt, resolvedAt, step }) => ({
    id,
    title: alertLabels[kind],
    at: formatInstant(raisedAt),
    dateTime: raisedAt.toISOString(),
    tone: resolvedAt ? "warning" : "danger",
    body: resolvedAt
      ? `Đã khắc phục lúc ${formatInstant(resolvedAt)}; ${stepLabel(step)}.`
      : `Chưa khắc phục; ${stepLabel(step)}.`,
  }));
