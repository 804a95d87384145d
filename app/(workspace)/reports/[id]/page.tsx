import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DocumentLinks } from "@/components/documents/document-links";
import { OfficialPaper } from "@/components/documents/official-paper";
import { SignForm } from "@/components/reports/sign-form";
import { SynthesisForm } from "@/components/reports/synthesis-form";
import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { synthesisDocument } from "@/lib/reports/synthesis/paper/rules";
import { findSynthesis } from "@/lib/reports/synthesis/queries";
import { formatInstant } from "@/lib/time";
import {
  recountSynthesisAction,
  saveSynthesisAction,
  signSynthesisAction,
  submitSynthesisAction,
} from "../actions";

export const metadata: Metadata = { title: "Báo cáo gửi tỉnh" };

export default async function SynthesisPage({ params }: PageProps<"/reports/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const report = id.success ? await findSynthesis(actor, id.data) : null;
  if (!report) notFound();
  const address = `/api/reports/${report.id}`;

  return (
    <>
      <PageHeader
        title={report.name}
        breadcrumb={[{ href: "/reports", label: "Báo cáo gửi tỉnh" }]}
        meta={
          <>
            {report.signedAt ? (
              <Badge tone="success">
                Đã ký, số {report.number}/{report.words.symbol}
              </Badge>
            ) : (
              <Badge tone="warning">Dự thảo, bản {report.edition}</Badge>
            )}
            {report.submittedAt && !report.signedAt ? (
              <span>
                {report.submittedBy} trình ký {formatInstant(report.submittedAt)}
              </span>
            ) : null}
            <span>Số liệu lúc {formatInstant(report.countedAt)}</span>
            {report.compared ? <span>so với {report.compared.name}</span> : null}
          </>
        }
      >
        <DocumentLinks address={`${address}/document`} print={`/reports/${report.id}/print`} />
        <ButtonLink href={`${address}/workbook`} download>
          Tải Excel
        </ButtonLink>
        {report.mayEdit ? (
          <ActionButton
            action={recountSynthesisAction}
            fields={{
              synthesisId: report.id,
              edition: String(report.edition),
              requestId: randomUUID(),
            }}
            pendingLabel="Đang tính"
          >
            Tính lại số liệu
          </ActionButton>
        ) : null}
        {report.maySubmit ? (
          <ActionButton
            action={submitSynthesisAction}
            fields={{ synthesisId: report.id, edition: String(report.edition) }}
            variant="primary"
            pendingLabel="Đang trình"
          >
            Trình ký
          </ActionButton>
        ) : null}
        {report.maySign ? (
          <SignForm action={signSynthesisAction} synthesisId={report.id} edition={report.edition} />
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        {report.mayEdit ? (
          <SynthesisForm
            key={report.edition}
            report={report}
            requestId={randomUUID()}
            save={saveSynthesisAction}
          />
        ) : (
          <OfficialPaper document={synthesisDocument(report)} />
        )}
        <Card title="Các lần lưu">
          <ol className="grid gap-1 text-sm">
            {report.editions.map(({ number, at, writtenBy }) => (
              <li key={number}>
                Bản {number}: {writtenBy}, {formatInstant(at)}
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </>
  );
}
