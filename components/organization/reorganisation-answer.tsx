import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Stat } from "@/components/ui/stat";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { loadLabels } from "@/lib/organization/reorganisation/labels";
import { writtenDay } from "@/lib/organization/reorganisation/rules";
import type {
  Load,
  PlanError,
  PlanState,
  PlanView,
} from "@/lib/organization/reorganisation/schema";

const SHOWN = 200;

export function ReorganisationAnswer({ state }: { state: PlanState }) {
  if (state.status === "idle") return null;
  if (state.status === "refused") return <Alert tone="danger">{state.message}</Alert>;
  if (state.status === "wrong") return <Faults errors={state.errors} />;
  const { view } = state;
  const done = state.status === "applied";
  return (
    <div className="grid min-w-0 gap-6">
      <Alert
        tone={done ? "success" : "info"}
        title={done ? "Đã áp dụng phương án." : "Phương án khớp, chưa áp dụng."}
        actions={done ? <TextLink href="/admin/units">Xem danh sách đơn vị</TextLink> : undefined}
      >
        {view.title}, hiệu lực từ {writtenDay(view.effectiveOn)}: {view.ending.length} đơn vị thôi
        hoạt động, {view.created.length} đơn vị mới, {view.continuing.length} đơn vị trong phương án
        tiếp tục.
      </Alert>
      <Totals totals={view.totals} done={done} />
      <Created view={view} />
      <Ending view={view} />
    </div>
  );
}

function Totals({ totals, done }: { totals: Load; done: boolean }) {
  return (
    <section aria-label={done ? "Đã chuyển" : "Sẽ chuyển"}>
      <h3 className="mb-2 font-semibold">{done ? "Đã chuyển" : "Sẽ chuyển sang đơn vị mới"}</h3>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-5">
        {loadLabels.map(([name, label]) => (
          <Stat key={name} label={label} value={totals[name]} />
        ))}
      </div>
    </section>
  );
}

function Created({ view: { created, continuing } }: { view: PlanView }) {
  const heirs = [
    ...created.map((unit) => ({ ...unit, isNew: true })),
    ...continuing.map(({ takesIn, ...unit }) => ({ ...unit, from: takesIn, isNew: false })),
  ];
  return (
    <section aria-label="Đơn vị mới và đơn vị tiếp tục">
      <h3 className="mb-2 font-semibold">Đơn vị mới và đơn vị tiếp tục ({heirs.length})</h3>
      <div className="rounded-lg border border-line">
        <Table caption="Đơn vị mới và đơn vị tiếp tục">
          <thead>
            <tr>
              <Th>Đơn vị</Th>
              <Th>Mã</Th>
              <Th>Gồm</Th>
            </tr>
          </thead>
          <tbody>
            {heirs.map(({ code, name, from, isNew }) => (
              <Tr key={`${code} ${name}`}>
                <Th scope="row">
                  {name}{" "}
                  <Badge tone={isNew ? "success" : "neutral"}>{isNew ? "Mới" : "Tiếp tục"}</Badge>
                </Th>
                <Td label="Mã" className="whitespace-nowrap tabular-nums">
                  {code}
                </Td>
                <Td label="Gồm">{from.length > 0 ? from.join(", ") : "Không đổi"}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

function Ending({ view: { ending, effectiveOn } }: { view: PlanView }) {
  return (
    <section aria-label="Đơn vị thôi hoạt động">
      <h3 className="mb-2 font-semibold">
        Thôi hoạt động từ {writtenDay(effectiveOn)} ({ending.length})
      </h3>
      <div className="rounded-lg border border-line">
        <Table caption="Đơn vị thôi hoạt động và những gì chuyển đi">
          <thead>
            <tr>
              <Th>Đơn vị</Th>
              <Th>Kế thừa</Th>
              {loadLabels.map(([name, label]) => (
                <Th key={name} numeric>
                  {label}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ending.slice(0, SHOWN).map((row) => (
              <Tr key={row.unitId}>
                <Th scope="row">
                  {row.name}
                  <span className="block font-normal text-ink-muted tabular-nums">{row.code}</span>
                </Th>
                <Td label="Kế thừa">{row.successor}</Td>
                {loadLabels.map(([name, label]) => (
                  <Td key={name} label={label} numeric>
                    {row[name]}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      {ending.length > SHOWN ? (
        <p className="mt-2 text-sm text-ink-muted">… và {ending.length - SHOWN} đơn vị nữa.</p>
      ) : null}
    </section>
  );
}

function Faults({ errors }: { errors: PlanError[] }) {
  return (
    <div className="grid gap-3">
      <Alert tone="danger" title={`Phương án có ${errors.length} chỗ chưa khớp, chưa áp dụng gì.`}>
        Sửa các dòng dưới đây trong tệp, hoặc sửa danh sách đơn vị, rồi xem trước lại.
      </Alert>
      <Table caption="Chỗ chưa khớp theo dòng">
        <thead>
          <tr>
            <Th>Dòng</Th>
            <Th>Vì sao</Th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, SHOWN).map(({ row, message }) => (
            <Tr key={`${row} ${message}`}>
              <Td label="Dòng" className="tabular-nums">
                {row ?? "Cả tệp"}
              </Td>
              <Td label="Vì sao">{message}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
