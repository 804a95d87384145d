import { Alert } from "@/components/ui/alert";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ImportCounts, ImportState, RowError } from "@/lib/organization/import/schema";

const SHOWN = 100;

export function ImportAnswer({ state }: { state: ImportState }) {
  if (state.status === "idle") return null;
  if (state.status === "refused") return <Alert tone="danger">{state.message}</Alert>;
  if (state.status === "wrong") return <WrongRows errors={state.errors} />;
  const done = state.status === "done";
  return (
    <Alert
      tone={done ? "success" : "info"}
      title={done ? "Đã nhập xong." : "Tệp hợp lệ, chưa nhập."}
      actions={done ? <TextLink href="/admin/units">Xem danh sách đơn vị</TextLink> : undefined}
    >
      <Counts {...state} />
      {done ? null : <p>Bấm “Nhập đơn vị” để nhập.</p>}
    </Alert>
  );
}

function Counts({ created, updated, unchanged, newKinds }: ImportCounts) {
  return (
    <>
      <p>
        {created} đơn vị mới, {updated} cập nhật, {unchanged} không đổi.
      </p>
      {newKinds.length > 0 ? (
        <p>
          Loại đơn vị mới: {newKinds.join(", ")}. Đặt tên và trang chủ cho loại mới ở{" "}
          <TextLink href="/admin/kinds">Loại đơn vị</TextLink>.
        </p>
      ) : null}
    </>
  );
}

function WrongRows({ errors }: { errors: RowError[] }) {
  return (
    <div className="grid gap-3">
      <Alert tone="danger" title={`Tệp có ${errors.length} lỗi, chưa nhập đơn vị nào.`}>
        Sửa các dòng dưới đây trong tệp rồi chọn lại tệp.
      </Alert>
      <Table caption="Lỗi theo dòng">
        <thead>
          <tr>
            <Th>Dòng</Th>
            <Th>Lỗi</Th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, SHOWN).map(({ row, message }) => (
            <Tr key={`${row} ${message}`}>
              <Td label="Dòng" className="tabular-nums">
                {row ?? "Cả tệp"}
              </Td>
              <Td label="Lỗi">{message}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {errors.length > SHOWN ? (
        <p className="text-sm text-ink-muted">… và {errors.length - SHOWN} lỗi nữa.</p>
      ) : null}
    </div>
  );
}
