import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { AssignmentAwareness } from "@/lib/awareness/coverage/queries";
import { formatCount } from "@/lib/awareness/labels";
import { periodWords } from "./period-words";

/** What "tuyên truyền" comes to for this unit: counted from what it entered. */
export function AwarenessMeasureCard({ awareness }: { awareness: AssignmentAwareness | null }) {
  if (!awareness) return null;
  const { measure, campaignId, unitId } = awareness;
  const rows = new URLSearchParams({
    unit: unitId,
    ...(campaignId ? { campaign: campaignId } : {}),
  });
  const reach = (count: number | null) =>
    count === null ? "Không tính được: chưa hoạt động nào đếm" : `${formatCount(count)} lượt`;
  return (
    <Card
      title="Số liệu tuyên truyền"
      description={`${periodWords(awareness)}: tính từ hoạt động đã ghi, không phải khai.`}
      aside={<TextLink href={`/awareness?${rows}`}>Xem các hoạt động</TextLink>}
    >
      <DefinitionList
        items={[
          [
            "Hoạt động",
            measure.activities === 0 ? "Chưa có hoạt động nào" : formatCount(measure.activities),
          ],
          ["Số lần", formatCount(measure.times)],
          ["Cán bộ, công chức", reach(measure.staffReach)],
          ["Người dân", reach(measure.publicReach)],
        ]}
      />
    </Card>
  );
}
