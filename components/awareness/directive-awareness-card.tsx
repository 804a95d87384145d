import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { PhoneLink } from "@/components/ui/phone-link";
import { Stat } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import type { DirectiveAwareness } from "@/lib/awareness/coverage/queries";
import { formatCount } from "@/lib/awareness/labels";
import { periodWords } from "./period-words";

type Props = { directiveId: string; awareness: DirectiveAwareness | null };

/** "Tuyên truyền" over all units of a directive: counted, with those that did nothing by name. */
export function DirectiveAwarenessCard({ directiveId, awareness }: Props) {
  if (!awareness) return null;
  const { measure, exceptions, campaignId } = awareness;
  const reach = (count: number | null) => (count === null ? "không đếm" : formatCount(count));
  return (
    <Card
      title="Tuyên truyền"
      description={`${periodWords(awareness)}: tính từ hoạt động đơn vị đã ghi, không phải khai.`}
      aside={
        <TextLink href={campaignId ? `/awareness?campaign=${campaignId}` : "/awareness"}>
          Xem các hoạt động
        </TextLink>
      }
    >
      <div className="grid gap-4">
        <section
          aria-label="Số liệu tuyên truyền"
          className="grid grid-cols-2 gap-3 lg:grid-cols-4"
        >
          <Stat
            label="Đơn vị đã tuyên truyền"
            value={`${measure.active}/${measure.units}`}
            tone={measure.active === measure.units ? "success" : "danger"}
            note={`${formatCount(measure.activities)} hoạt động`}
          />
          <Stat label="Số lần" value={formatCount(measure.times)} />
          <Stat
            label="Lượt cán bộ, công chức"
            value={reach(measure.staffReach)}
            note={`${measure.toStaff} đơn vị có số`}
          />
          <Stat
            label="Lượt người dân"
            value={reach(measure.publicReach)}
            note={`${measure.toPublic} đơn vị có số`}
          />
        </section>
        {exceptions.total === 0 ? (
          <Alert tone="success">Mọi đơn vị đã có hoạt động tuyên truyền.</Alert>
        ) : (
          <section aria-label="Đơn vị chưa tuyên truyền" className="grid gap-2">
            <h3 className="font-medium">{exceptions.total} đơn vị chưa có hoạt động nào</h3>
            <ul className="grid gap-x-6 gap-y-2 md:grid-cols-2">
              {exceptions.units.map((unit) => (
                <li key={unit.unitId} className="flex flex-wrap items-center gap-x-3">
                  <TextLink
                    href={`/directives/${directiveId}/assignments/${unit.assignmentId}`}
                    className="inline-block py-1 pointer-coarse:py-2.5"
                  >
                    {unit.unit}
                  </TextLink>
                  {unit.phone ? <PhoneLink phone={unit.phone} name={unit.unit} /> : null}
                </li>
              ))}
            </ul>
            {exceptions.total > exceptions.units.length ? (
              <p className="text-sm text-ink-muted">
                và {exceptions.total - exceptions.units.length} đơn vị nữa.
              </p>
            ) : null}
          </section>
        )}
      </div>
    </Card>
  );
}
