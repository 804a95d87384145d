import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import { categoryLabels } from "@/lib/inventory/labels";
import type { ProductRow } from "@/lib/inventory/products/queries";
import { productCategories } from "@/lib/inventory/schema";

type Props = { products: ProductRow[]; add: FormAction; retire: FormAction };

export function ProductList({ products, add, retire }: Props) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <Card flush>
        <Table caption="Danh mục sản phẩm">
          <thead>
            <tr>
              <Th>Sản phẩm</Th>
              <Th>Loại</Th>
              <Th>Từ nhận ra trong cảnh báo</Th>
              <Th>
                <span className="sr-only">Thao tác</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {products.map((product) => (
              <Tr key={product.id}>
                <Th scope="row">{product.name}</Th>
                <Td label="Loại">{categoryLabels[product.category]}</Td>
                <Td label="Từ nhận ra">{product.aliases.join(", ") || "–"}</Td>
                <Td>
                  <ConfirmAction
                    action={retire}
                    hidden={{ productId: product.id }}
                    label="Bỏ"
                    size="sm"
                    question={`Bỏ ${product.name} khỏi danh mục?`}
                    description="Đơn vị đã chọn vẫn giữ; từ nay không chọn được nữa."
                  />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <Card title="Thêm sản phẩm">
        <ActionForm
          action={add}
          hidden={{ requestId: randomUUID() }}
          label="Thêm sản phẩm"
          footer={<SubmitButton>Thêm sản phẩm</SubmitButton>}
        >
          <TextField label="Tên sản phẩm" name="name" maxLength={100} />
          <SelectField
            label="Loại"
            name="category"
            placeholder="Chọn loại"
            options={productCategories.map((value) => ({ value, label: categoryLabels[value] }))}
          />
          <TextField
            label="Từ nhận ra trong cảnh báo"
            name="aliases"
            hint="Cách nhau bằng dấu phẩy: mikrotik, routeros"
            optional
            maxLength={500}
          />
        </ActionForm>
      </Card>
    </div>
  );
}
