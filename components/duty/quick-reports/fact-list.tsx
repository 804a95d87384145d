import { logLabels } from "@/lib/duty/log/labels";
import { noteworthy } from "@/lib/duty/quick-reports/rules";
import type { Facts } from "@/lib/duty/quick-reports/schema";

/** What the log counted, and who is on duty: shown, never typed. */
export function FactList({ facts }: { facts: Facts }) {
  return (
    <dl className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
      <Fact name="Người trực">
        {facts.onDuty.map(({ name, title }) => (title ? `${name} (${title})` : name)).join("; ") ||
          "Không có người trực"}
      </Fact>
      <Fact name="Theo sổ trực">
        <ul className="flex flex-wrap gap-x-4">
          {noteworthy.map((kind) => (
            <li
              key={kind}
              className={facts.log[kind] > 0 ? undefined : "font-normal text-ink-muted"}
            >
              {logLabels[kind].text}: <span className="tabular-nums">{facts.log[kind]}</span>
            </li>
          ))}
        </ul>
      </Fact>
      {facts.incidents.reported + facts.incidents.open > 0 ? (
        <Fact name="Sự cố">
          {facts.incidents.reported} báo cáo trong kỳ, {facts.incidents.open} đang xử lý
        </Fact>
      ) : null}
      {facts.missedCheckIns > 0 ? (
        <Fact name="Ca nhận muộn hoặc không nhận">{facts.missedCheckIns}</Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:contents">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0 font-medium break-words">{children}</dd>
    </div>
  );
}
