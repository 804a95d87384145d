import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PhoneLink } from "@/components/ui/phone-link";
import type { AssignmentView } from "@/lib/directives/assignments/queries";
import { formatInstant } from "@/lib/time";

/** Who has this obligation, and whom to call about it. */
export function AssignmentUnitCard({ assignment }: { assignment: AssignmentView }) {
  const { unit, receipt, assignee } = assignment;
  const phone = receipt?.contactPhone ?? unit.phone;
  return (
    <Card title="Đơn vị thực hiện">
      <DefinitionList
        items={[
          ["Đơn vị", unit.name],
          ["Người thực hiện", assignee?.fullName],
          ["Đầu mối", receipt?.contactName],
          ["Điện thoại", phone ? <PhoneLink key="phone" phone={phone} name={unit.name} /> : null],
          ["Đã xem", receipt?.openedAt ? formatInstant(receipt.openedAt) : null],
          ["Tiếp nhận", receipt?.acknowledgedAt ? formatInstant(receipt.acknowledgedAt) : null],
        ]}
      />
    </Card>
  );
}
