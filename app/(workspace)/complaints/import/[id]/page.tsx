import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ImportMatchForm } from "@/components/complaints/import-match-form";
import { ImportPreview } from "@/components/complaints/import-preview";
import { KeepFresh } from "@/components/live/keep-fresh";
import { ActionButton } from "@/components/ui/action-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Stat } from "@/components/ui/stat";
import { StatRow } from "@/components/ui/stat-row";
import { requireActor } from "@/lib/auth/session";
import { importLabels } from "@/lib/complaints/import/labels";
import { findImport } from "@/lib/complaints/import/queries";
import { formatInstant } from "@/lib/time";
import {
  discardImportAction,
  matchColumnsAction,
  takeImportAction,
  undoImportAction,
} from "../actions";

export const metadata: Metadata = { title: "Tệp phản ánh" };

export default async function ImportPage({ params }: PageProps<"/complaints/import/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const file = id.success ? await findImport(actor, id.data) : null;
  if (!file) notFound();
  const fields = { importId: file.id };
  const waiting = file.state === "uploaded";
  const good = file.total - file.bad;
  return (
    <>
      <PageHeader
        title={file.name}
        breadcrumb={[
          { href: "/complaints", label: "Tin rác, lừa đảo" },
          { href: "/complaints/import", label: "Nhập từ tệp" },
        ]}
        meta={
          <>
            <Badge tone={importLabels[file.state]?.tone}>{importLabels[file.state]?.text}</Badge>
            <span>{formatInstant(file.uploadedAt)}</span>
          </>
        }
      >
        {file.hasBadFile ? (
          <ButtonLink href={`/api/complaints/imports/${file.id}`} download>
            Tải {file.bad} dòng lỗi để sửa
          </ButtonLink>
        ) : null}
        {file.state === "done" ? (
          <ButtonLink href={`/complaints?show=all&import=${file.id}`}>Xem các phản ánh</ButtonLink>
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        <StatRow>
          <Stat label="Dòng trong tệp" value={file.total} />
          <Stat
            label={waiting ? "Dòng đúng" : "Đã nhập"}
            value={waiting ? good : file.taken}
            tone="success"
          />
          <Stat label="Dòng lỗi" value={file.bad} tone={file.bad > 0 ? "danger" : "neutral"} />
          {waiting ? null : <Stat label="Đã có từ trước" value={file.doubles} />}
        </StatRow>
        {file.state === "running" ? (
          <Card title="Đang nhập">
            <KeepFresh seconds={2} />
            <ProgressBar
              label="Số dòng đã đọc"
              value={file.read}
              max={file.total}
              text={`${file.read}/${file.total}`}
            />
          </Card>
        ) : null}
        {file.problem ? <Alert tone="danger">{file.problem}</Alert> : null}
        {waiting && file.missing.length > 0 ? (
          <Alert tone="warning">Chưa rõ cột: {file.missing.join(", ")}. Chọn ở dưới.</Alert>
        ) : null}
        {waiting ? (
          <div className="flex flex-wrap items-start gap-3">
            {file.missing.length === 0 && good > 0 ? (
              <ActionButton action={takeImportAction} fields={fields} variant="primary">
                {`Nhập ${good} dòng đúng`}
              </ActionButton>
            ) : null}
            <ActionButton action={discardImportAction} fields={fields} variant="ghost">
              Bỏ tệp này
            </ActionButton>
          </div>
        ) : null}
        {file.state === "done" && file.taken > 0 ? (
          <ActionButton
            action={undoImportAction}
            fields={fields}
            variant="danger"
            confirm={{
              title: `Bỏ ${file.taken} phản ánh đã nhập?`,
              description: "Chỉ được khi chưa phản ánh nào trong lần nhập này được xử lý.",
              confirmLabel: "Hoàn tác lần nhập",
            }}
          >
            Hoàn tác lần nhập
          </ActionButton>
        ) : null}
        {waiting ? <ImportMatchForm file={file} action={matchColumnsAction} /> : null}
        <ImportPreview file={file} />
      </div>
    </>
  );
}
