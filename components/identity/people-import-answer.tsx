import { Alert } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { PrintButton } from "@/components/ui/print-button";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { PeopleImportState, PersonFault } from "@/lib/identity/people/import/schema";

const SHOWN = 100;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function PeopleImportAnswer({ state }: { state: PeopleImportState }) {
  if (state.status === "idle") return null;
  if (state.status === "refused") return <Alert tone="danger">{state.message}</Alert>;
  if (state.status === "wrong") return <Faults errors={state.errors} />;
  if (state.status === "checked") {
    return (
      <div className="grid gap-3">
        <Alert tone="info" title={`Tệp hợp lệ, chưa nhập: ${state.people.length} người.`}>
          Xem lại tên đăng nhập rồi bấm “Nhập tài khoản”.
        </Alert>
        <People people={state.people} />
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <Alert tone="success" title={`Đã nhập ${state.people.length} tài khoản.`}>
        Gửi cho từng người liên kết của họ. Mỗi liên kết dùng một lần, trong 7 ngày. Danh sách này
        không hiện lại nữa: hãy tải về hoặc in ra trước khi rời trang.
      </Alert>
      <div className="flex flex-wrap gap-2 print:hidden">
        <a
          href={`data:${XLSX};base64,${state.workbook}`}
          download="Liên kết một lần.xlsx"
          className={buttonStyle({ variant: "primary" })}
        >
          Tải danh sách liên kết (.xlsx)
        </a>
        <PrintButton label="In danh sách" />
        {/* A whole new page: nothing of the links stays behind in this one. */}
        <a href="/admin/people" className={buttonStyle({ variant: "secondary" })}>
          Tôi đã cất giữ, xong
        </a>
      </div>
      <People people={state.people} />
    </div>
  );
}

type Row = { fullName: string; username: string; roleLabel: string; unitName: string };

function People({ people }: { people: (Row & { link?: string })[] }) {
  return (
    <Table caption="Tài khoản trong tệp">
      <thead>
        <tr>
          <Th>Họ tên</Th>
          <Th>Tên đăng nhập</Th>
          <Th>Đơn vị</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Tr key={person.username}>
            <Th scope="row">
              {person.fullName}
              <span className="block font-normal text-ink-muted">{person.roleLabel}</span>
            </Th>
            <Td label="Tên đăng nhập">{person.username}</Td>
            <Td label="Đơn vị">
              {person.unitName}
              {person.link ? (
                <code className="mt-1 block text-xs break-all">{person.link}</code>
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Faults({ errors }: { errors: PersonFault[] }) {
  return (
    <div className="grid gap-3">
      <Alert tone="danger" title={`Tệp có ${errors.length} lỗi, chưa nhập ai.`}>
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
