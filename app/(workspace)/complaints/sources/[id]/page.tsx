import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { BarChart } from "@/components/charts/bar-chart";
import { ClusterActions } from "@/components/complaints/cluster-actions";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/session";
import { findCluster } from "@/lib/complaints/clusters/queries";
import { awarenessMessage, isScam, trendOf, warningDraft } from "@/lib/complaints/clusters/rules";
import { complaintAddress, kindLabels, sourceLabels, stepLabels } from "@/lib/complaints/labels";
import { actFor } from "@/lib/complaints/requests/rules";
import { formatInstant } from "@/lib/time";
import { warnOfSourceAction } from "../actions";

export const metadata: Metadata = { title: "Nguồn bị phản ánh" };

const trends = {
  up: { text: "Đang tăng", tone: "danger" },
  down: { text: "Đang giảm", tone: "success" },
  same: { text: "Không đổi", tone: "neutral" },
} as const;

export default async function SourcePage({ params }: PageProps<"/complaints/sources/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const source = id.success ? await findCluster(actor, id.data) : null;
  if (!source) notFound();
  const main = source.kinds[0]?.kind ?? "spam_sms";
  const scams = source.kinds.filter(({ kind }) => isScam(kind)).length;
  const facts = { ...source, scams };
  const trend = trends[trendOf(source.days)];
  const request = new URLSearchParams({ act: actFor(source), target: source.value });
  return (
    <>
      <PageHeader
        title={source.value}
        breadcrumb={[
          { href: "/complaints", label: "Tin rác, lừa đảo" },
          { href: "/complaints/sources", label: "Nguồn lặp lại" },
        ]}
        meta={
          <>
            <span>{sourceLabels[source.kind]}</span>
            <span>{source.complaints} phản ánh</span>
            <Badge tone={trend.tone}>{trend.text}</Badge>
          </>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 gap-6">
          <Card title="Diễn biến 30 ngày">
            <BarChart
              title="Phản ánh về nguồn này theo ngày"
              columns={["Ngày", "Phản ánh"]}
              bars={source.days.map(({ day, count }) => ({
                label: `${day.slice(8)}/${day.slice(5, 7)}`,
                value: count,
              }))}
            />
          </Card>
          <Card title="Ở đâu">
            <DefinitionList
              items={[
                ["Lần đầu", formatInstant(source.firstAt)],
                ["Lần cuối", formatInstant(source.lastAt)],
                [
                  "Loại",
                  source.kinds
                    .map(({ kind, count }) => `${kindLabels[kind]} (${count})`)
                    .join(", "),
                ],
                [
                  "Nhà mạng",
                  lines(
                    source.telcos.map(({ name, total, open }) =>
                      open > 0 ? `${name}: ${total}, còn ${open}` : `${name}: ${total}, đã xong`,
                    ),
                  ),
                ],
                [
                  "Xã, thị trấn",
                  source.communes.map(({ name, total }) => `${name} (${total})`).join(", "),
                ],
                [
                  "Biện pháp",
                  lines(
                    source.measures.map(
                      ({ step, telco, takenAt }) =>
                        `${telco.shortName}: ${stepLabels[step].toLowerCase()}, ${formatInstant(takenAt)}`,
                    ),
                  ),
                ],
              ]}
            />
            <p className="mt-4">
              <TextLink href={complaintAddress({ q: source.value })}>Xem từng phản ánh</TextLink>
            </p>
          </Card>
          {source.warnings.length > 0 ? (
            <Card title="Cảnh báo đã gửi">
              <ul className="grid gap-2">
                {source.warnings.map(({ id: warningId, sentAt, sentBy, receipts }) => (
                  <li key={warningId}>
                    <TextLink href={`/complaints/warnings/${warningId}`}>
                      {formatInstant(sentAt)}, {sentBy}
                    </TextLink>{" "}
                    · {receipts.filter(({ acknowledgedAt }) => acknowledgedAt).length}/
                    {receipts.length} đơn vị đã nhận
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </div>
        <div className="grid min-w-0 gap-6">
          <ClusterActions
            sourceId={source.id}
            warningId={randomUUID()}
            draft={warningDraft(facts, kindLabels[main].toLowerCase())}
            message={awarenessMessage(facts, kindLabels[main])}
            requestHref={`/complaints/requests/new?${request}`}
            warn={warnOfSourceAction}
          />
        </div>
      </div>
    </>
  );
}

const lines = (all: string[]) =>
  all.length > 0 ? (
    <ul className="grid gap-1">
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  ) : null;
