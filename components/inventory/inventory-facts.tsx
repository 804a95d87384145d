import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { InventoryView } from "@/lib/inventory/queries";
import { formatInstant } from "@/lib/time";

/** The same as the form, for whoever only reads it. */
export function InventoryFacts({ inventory }: { inventory: InventoryView }) {
  const { counts, products } = inventory;
  if (!counts) return <Alert tone="warning">Đơn vị chưa kê khai máy và phần mềm.</Alert>;
  return (
    <Card title="Máy và phần mềm">
      <DefinitionList
        items={[
          ["Máy chủ", String(counts.servers)],
          ["Máy trạm", String(counts.workstations)],
          ["Thiết bị mạng", String(counts.networkDevices)],
          ["Sản phẩm", products.map(({ name }) => name).join(", ")],
          ["Sản phẩm khác", counts.otherProducts],
          ["Ghi chú", counts.note],
          ["Kê khai", `${formatInstant(counts.confirmedAt)}, ${counts.confirmedBy}`],
        ]}
      />
    </Card>
  );
}
