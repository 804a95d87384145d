import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RequestAnswerForm } from "@/components/complaints/request-answer-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { FileChip } from "@/components/ui/file-chip";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneLink } from "@/components/ui/phone-link";
import { requireActor } from "@/lib/auth/session";
import { actLabels, requestLabels, resultLabels } from "@/lib/complaints/requests/labels";
import { findRequest } from "@/lib/complaints/requests/queries";
import { formatSize } from "@/lib/files/rules";
import { formatDue, formatInstant, now } from "@/lib/time";
import { answerRequestAction } from "../actions";

export const metadata: Metadata = { title: "Yêu cầu xử lý" };

export default async function RequestPage({ params }: PageProps<"/complaints/requests/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const request = id.success ? await findRequest(actor, id.data) : null;
  if (!request) notFound();
  return (
    <>
      <PageHeader
        title={`${actLabels[request.act]}: ${request.target}`}
        breadcrumb={[{ href: "/complaints/requests", label: "Yêu cầu xử lý" }]}
        meta={
          <>
            <span className="font-medium text-ink">{request.code}</span>
            <span>
              hạn {formatInstant(request.dueAt)}, {formatDue(request.dueAt, now())}
            </span>
          </>
        }
      />
      <div className="grid gap-6">
        <Card title="Yêu cầu">
          <DefinitionList
            items={[
              ["Cơ quan", request.unit.name],
              ["Văn bản", request.reference],
              ["Lý do", request.reason],
              ["Gửi", `${formatInstant(request.sentAt)}, ${request.sentBy}`],
            ]}
          />
        </Card>
        {request.mayAnswer ? (
          <RequestAnswerForm requestId={request.id} action={answerRequestAction} />
        ) : null}
        {request.telcos.map((one) => (
          <Card
            key={one.telcoId}
            title={one.telco.name}
            aside={
              <Badge tone={requestLabels[one.state].tone}>{requestLabels[one.state].text}</Badge>
            }
          >
            {one.result ? (
              <div className="grid gap-3">
                <DefinitionList
                  items={[
                    ["Kết quả", resultLabels[one.result]],
                    ["Ghi chú", one.note],
                    [
                      "Trả lời",
                      one.answeredAt ? `${formatInstant(one.answeredAt)}, ${one.answeredBy}` : "",
                    ],
                  ]}
                />
                {one.files.length > 0 ? (
                  <div className="flex flex-wrap gap-2">
                    {one.files.map((file) => (
                      <FileChip
                        key={file.id}
                        href={`/api/files/${file.id}`}
                        name={file.name}
                        size={formatSize(file.size)}
                      />
                    ))}
                  </div>
                ) : null}
              </div>
            ) : (
              <p className="flex flex-wrap items-center gap-3 text-ink-muted">
                Chưa trả lời.
                {one.telco.phone && request.part !== "telco" ? (
                  <PhoneLink phone={one.telco.phone} name={one.telco.name} />
                ) : null}
              </p>
            )}
          </Card>
        ))}
      </div>
    </>
  );
}
