import { kindLabels as complaintKinds } from "@/lib/complaints/labels";
import { documentNumber, subjectTitle } from "@/lib/directives/labels";
import { severityLabels, stateLabels } from "@/lib/incidents/labels";
import type { WallView } from "@/lib/overview/wall/queries";
import { formatDay, formatDue, formatTime, now } from "@/lib/time";
import { type WallBar, WallBars } from "./wall-bars";
import { WallDays } from "./wall-days";
import { WallFigures } from "./wall-figures";
import type { Pane } from "./wall-frame";
import { WallObligations } from "./wall-obligations";
import { WallRows } from "./wall-rows";

const DAYS = 14;
const alarm = (value: number) => (value > 0 ? "danger" : "success");
const warning = (value: number) => (value > 0 ? "warning" : "success");

/** What the wall turns through, the most pressing first. */
export function wallPanes(view: WallView): Pane[] {
  return [
    { title: "Ai đang trực", body: <Watch {...view.watch} /> },
    ...(view.picture
      ? [{ title: "Thực hiện nhiệm vụ", body: <WallObligations picture={view.picture} /> }]
      : []),
    { title: "Tiến độ văn bản", body: <Progress directives={view.directives} /> },
    { title: "Sự cố đang xử lý", body: <Incidents {...view.incidents} /> },
    { title: "Quá hạn, cần gọi", body: <Overdue {...view.calls} /> },
    { title: "Lỗ hổng trước kỳ nghỉ", body: <Holes {...view} /> },
    ...(view.complaints
      ? [{ title: "Tin rác, lừa đảo", body: <Complaints {...view.complaints} /> }]
      : []),
    { title: "Hạ tầng viễn thông", body: <Networks {...view} /> },
  ];
}

function Watch({ units, nobody, untaken, rows }: WallView["watch"]) {
  return (
    <Split
      side={
        <WallFigures
          figures={[
            { label: "Đơn vị phải trực", value: units },
            { label: "Không có người trực", value: nobody, tone: alarm(nobody) },
            { label: "Chưa nhận ca", value: untaken, tone: warning(untaken) },
          ]}
        />
      }
    >
      <WallRows
        label="Đang trực"
        none="Lúc này chưa đơn vị nào phải trực."
        total={units}
        rows={rows.map(({ unitId, name, phone, taken, people }) => ({
          key: unitId,
          title: name,
          detail: whoIsOn(people) ?? (phone ? `Gọi ${phone}` : "Chưa có số điện thoại"),
          state: watchStates[String(taken)],
        }))}
      />
    </Split>
  );
}

/** One to call, and how many stand beside: of more than one number the second is cut off. */
function whoIsOn([first, ...others]: WallView["watch"]["rows"][number]["people"]) {
  if (!first) return null;
  const beside = others.length > 0 ? `, cùng ${others.length} người` : "";
  return `${first.name}${first.phone ? ` ${first.phone}` : ""}${beside}`;
}

const watchStates: Record<string, { text: string; tone: "success" | "warning" | "danger" }> = {
  true: { text: "Đã nhận ca", tone: "success" },
  false: { text: "Chưa nhận ca", tone: "warning" },
  null: { text: "Không có người", tone: "danger" },
};

function Progress({ directives }: { directives: WallView["directives"] }) {
  const sum = (of: (directive: WallView["directives"][number]) => number) =>
    directives.reduce((total, directive) => total + of(directive), 0);
  const overdue = sum((directive) => directive.overdue);
  return (
    <Split
      side={
        <WallFigures
          figures={[
            { label: "Văn bản đang thực hiện", value: directives.length },
            { label: "Việc đã giao", value: sum(({ total }) => total) },
            { label: "Đạt", value: sum(({ accepted }) => accepted), tone: "success" },
            { label: "Chờ đánh giá", value: sum(({ reported }) => reported) },
            { label: "Quá hạn", value: overdue, tone: alarm(overdue) },
          ]}
        />
      }
    >
      <WallBars
        label="Văn bản đang thực hiện"
        none="Chưa có văn bản nào đang thực hiện."
        most={3}
        bars={directives.map(
          ({ id, subject, total, accepted, reported, overdue, ...directive }): WallBar => ({
            key: id,
            title: `${documentNumber(directive)} ${subjectTitle(subject)}`,
            detail: `${directive.acknowledged}/${directive.units} đơn vị tiếp nhận`,
            segments: [
              { label: "Đạt", value: accepted, tone: "success" },
              { label: "Đã báo cáo", value: reported, tone: "info" },
              { label: "Quá hạn", value: overdue, tone: "danger" },
              {
                label: "Chưa xong",
                value: total - accepted - reported - overdue,
                tone: "neutral",
              },
            ],
          }),
        )}
      />
    </Split>
  );
}

function Incidents({ open, waiting, escalated, overdue, rows }: WallView["incidents"]) {
  return (
    <Split
      side={
        <WallFigures
          figures={[
            { label: "Đang xử lý", value: open },
            { label: "Chưa ai tiếp nhận", value: waiting, tone: alarm(waiting) },
            { label: "Vượt khả năng", value: escalated, tone: warning(escalated) },
            { label: "Quá hạn báo cáo", value: overdue, tone: alarm(overdue) },
          ]}
        />
      }
    >
      <WallRows
        label="Sự cố đang xử lý"
        none={open > 0 ? "Tài khoản này xem số liệu." : "Không có sự cố nào đang xử lý."}
        total={rows.length > 0 ? open : 0}
        rows={rows.map(({ id, code, unit, severity, state, reportedAt, nextDeadline }) => ({
          key: id,
          title: `${code} ${unit.shortName}`,
          detail: `Mức ${severityLabels[severity].text.toLowerCase()}, ${
            nextDeadline
              ? `hạn kế tiếp ${formatDue(nextDeadline.dueAt)}`
              : `báo lúc ${formatTime(reportedAt)} ${formatDay(reportedAt)}`
          }`,
          state: stateLabels[state],
        }))}
      />
    </Split>
  );
}

function Overdue({ units, called, more }: WallView["calls"]) {
  return (
    <Split
      side={
        <WallFigures
          figures={[
            {
              label: "Đơn vị quá hạn chưa ai gọi",
              value: units.length + more,
              tone: alarm(units.length + more),
            },
            { label: "Đã gọi hôm nay", value: called },
          ]}
        />
      }
    >
      <WallRows
        label="Đơn vị cần gọi"
        none={called > 0 ? "Đã gọi hết các đơn vị quá hạn." : "Không có đơn vị nào quá hạn."}
        total={units.length + more}
        rows={units.map(({ unitId, name, overdue, oldestDueAt, contactName, ...of }) => ({
          key: unitId,
          title: name,
          detail: [contactName, of.contactPhone ?? of.phone].filter(Boolean).join(" ") || undefined,
          state: { text: `${overdue} việc, ${formatDue(oldestDueAt)}`, tone: "danger" },
        }))}
      />
    </Split>
  );
}

function Holes({ gate, advisories }: Pick<WallView, "gate" | "advisories">) {
  if (!gate) {
    return (
      <WallFigures
        figures={[
          { label: "Cảnh báo còn đơn vị chưa xong", value: advisories?.advisories ?? 0 },
          { label: "Việc chưa xong", value: advisories?.open ?? 0 },
          { label: "Quá hạn", value: advisories?.late ?? 0, tone: alarm(advisories?.late ?? 0) },
        ]}
      />
    );
  }
  const at = now();
  return (
    <Split
      side={
        <WallFigures
          figures={[
            {
              label: "Bị khai thác, chưa ai nhận",
              value: gate.unanswered,
              tone: alarm(gate.unanswered),
            },
            { label: "Đơn vị", value: gate.units },
            { label: "Đã cử người", value: gate.named },
            { label: "Chấp nhận rủi ro", value: gate.accepted },
          ]}
        />
      }
    >
      <WallRows
        label="Lỗ hổng chưa xử lý"
        none="Mọi lỗ hổng đang bị khai thác đã xử lý."
        total={gate.unanswered + gate.named}
        rows={gate.rows.map(({ advisoryId, unitId, unit, number, ownerName, dueAt }) => ({
          key: `${advisoryId} ${unitId}`,
          title: unit,
          detail: `Cảnh báo ${number}`,
          state: ownerName
            ? { text: ownerName, tone: "info" }
            : { text: formatDue(dueAt), tone: dueAt < at ? "danger" : "warning" },
        }))}
      />
    </Split>
  );
}

function Complaints({ days, kinds }: NonNullable<WallView["complaints"]>) {
  const shown = days.slice(-DAYS);
  const sum = (of: (day: (typeof days)[number]) => number) =>
    shown.reduce((total, day) => total + of(day), 0);
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[0.8em]">
      <WallFigures
        figures={[
          { label: "Hôm nay", value: shown.at(-1)?.received ?? 0 },
          { label: `Tiếp nhận ${DAYS} ngày`, value: sum(({ received }) => received) },
          { label: "Đã kết thúc", value: sum(({ ended }) => ended), tone: "success" },
          ...kinds.slice(0, 1).map(({ kind, received }) => ({
            label: `${complaintKinds[kind]}, 30 ngày`,
            value: received,
          })),
        ]}
      />
      <WallDays title={`Phản ánh ${DAYS} ngày qua`} days={shown} />
    </div>
  );
}

function Networks({ networks, outages }: Pick<WallView, "networks" | "outages">) {
  return (
    <div className="grid min-h-0 content-start gap-[0.8em] lg:grid-cols-2">
      <WallRows
        half
        most={6}
        label="Báo cáo hôm nay"
        none="Chưa có nhà mạng nào."
        rows={networks.map(({ id, shortName, report }) => ({
          key: id,
          title: shortName,
          state: networkState(report),
        }))}
      />
      <WallRows
        half
        most={6}
        label="Đang mất liên lạc"
        none="Không nơi nào mất liên lạc."
        rows={outages.map(({ id, what, unit, startsAt, communes }) => ({
          key: id,
          title: [unit.shortName, communes.join(", ")].filter(Boolean).join(": "),
          detail: what,
          state: {
            text: `từ ${formatTime(startsAt)} ${formatDay(startsAt).slice(0, 5)}`,
            tone: "danger",
          },
        }))}
      />
    </div>
  );
}

function networkState(report: WallView["networks"][number]["report"]) {
  if (!report) return { text: "Chưa báo cáo", tone: "danger" as const };
  const { stationsDown, stationsTotal, linksDown } = report;
  if (stationsDown + linksDown === 0) return { text: "Bình thường", tone: "success" as const };
  const text = `${stationsDown}/${stationsTotal} trạm, ${linksDown} tuyến hỏng`;
  return { text, tone: "warning" as const };
}

/** Figures above, what they are made of below. */
const Split = ({ side, children }: { side: React.ReactNode; children: React.ReactNode }) => (
  <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[0.8em]">
    {side}
    {children}
  </div>
);
