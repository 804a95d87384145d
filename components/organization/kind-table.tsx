import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import { homeLabel } from "@/lib/organization/labels";
import type { UnitKindRow } from "@/lib/organization/queries";
import { KindForm } from "./kind-form";

export function KindTable({ kinds, update }: { kinds: UnitKindRow[]; update: FormAction }) {
  return (
    <Table caption="Loại đơn vị">
      <thead>
        <tr>
          <Th numeric>Thứ tự</Th>
          <Th>Tên loại</Th>
          <Th>Mã</Th>
          <Th>Trang chủ</Th>
          <Th numeric>Đơn vị</Th>
          <Th>Sửa</Th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <Tr key={kind.code}>
            <Td label="Thứ tự" numeric>
              {kind.rank}
            </Td>
            <Td label="Tên loại" className="font-medium">
              {kind.label}
            </Td>
            <Td label="Mã">{kind.code}</Td>
            <Td label="Trang chủ">
              {homeLabel(kind.home) ?? <Badge tone="warning">Chưa chọn trang chủ</Badge>}
            </Td>
            <Td label="Đơn vị" numeric>
              <TextLink href={`/admin/units?kind=${encodeURIComponent(kind.code)}`}>
                {kind.units}
              </TextLink>
            </Td>
            <Td label="Sửa">
              <Dialog
                trigger="Sửa"
                triggerLabel={`Sửa loại ${kind.label}`}
                size="sm"
                title={kind.label}
              >
                <KindForm action={update} kind={kind} />
              </Dialog>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
