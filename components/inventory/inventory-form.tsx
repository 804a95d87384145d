import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { categoryLabels } from "@/lib/inventory/labels";
import type { ProductRow } from "@/lib/inventory/products/queries";
import type { InventoryView } from "@/lib/inventory/queries";
import { productCategories } from "@/lib/inventory/schema";

type Props = { inventory: InventoryView; products: ProductRow[]; action: FormAction };

/** Three numbers and ticks: what a clerk knows by walking once through the house. */
export function InventoryForm({ inventory, products, action }: Props) {
  const { counts, unit } = inventory;
  const ticked = inventory.products.map(({ id }) => id);
  return (
    <Card title="Máy và phần mềm của đơn vị">
      <ActionForm
        action={action}
        hidden={{ unitId: unit.id, version: String(counts?.version ?? 0) }}
        label="Kê khai máy và phần mềm"
        whenDone="keep"
        footer={<SubmitButton>Lưu bản kê</SubmitButton>}
      >
        <div className="grid gap-4 sm:grid-cols-3">
          <CountField label="Máy chủ" name="servers" value={counts?.servers} />
          <CountField label="Máy trạm" name="workstations" value={counts?.workstations} />
          <CountField label="Thiết bị mạng" name="networkDevices" value={counts?.networkDevices} />
        </div>
        <p className="text-sm text-ink-muted">
          Máy trạm là máy bàn, máy xách tay. Thiết bị mạng là bộ định tuyến, bộ chia, bộ phát Wi-Fi,
          camera, đầu ghi. Không có thì ghi 0.
        </p>
        {productCategories.map((category) => {
          const offered = products.filter((product) => product.category === category);
          return offered.length === 0 ? null : (
            <CheckboxGroup
              key={category}
              label={categoryLabels[category]}
              name="productIds[]"
              columns={3}
              defaultValues={ticked}
              options={offered.map(({ id, name }) => ({ value: id, label: name }))}
            />
          );
        })}
        <TextField
          label="Sản phẩm khác"
          name="otherProducts"
          hint="Phần mềm, thiết bị chưa có trong danh mục ở trên."
          optional
          maxLength={500}
          defaultValue={counts?.otherProducts}
        />
        <TextField
          label="Ghi chú"
          name="note"
          optional
          maxLength={500}
          defaultValue={counts?.note}
        />
      </ActionForm>
    </Card>
  );
}

function CountField({ label, name, value }: { label: string; name: string; value?: number }) {
  return (
    <TextField label={label} name={name} inputMode="numeric" maxLength={6} defaultValue={value} />
  );
}
