import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { Dialog } from "@/components/ui/dialog";
import { FileChip } from "@/components/ui/file-chip";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ImplementingDocumentRow } from "@/lib/directives/implementing/queries";
import { formatSize } from "@/lib/files/rules";
import type { FormAction } from "@/lib/form-state";
import { formatDay } from "@/lib/time";

type Props = {
  directiveId: string;
  requestId: string;
  documents: ImplementingDocumentRow[];
  link: FormAction | null;
  unlink: FormAction;
};

/** The unit's own documents that carry the directive out. */
export function ImplementingCard({ directiveId, requestId, documents, link, unlink }: Props) {
  if (documents.length === 0 && !link) return null;
  return (
    <Card
      title="Văn bản triển khai của đơn vị"
      description="Kế hoạch, công văn đơn vị ban hành để thực hiện văn bản này."
    >
      <div className="grid gap-4">
        <ul className="grid gap-3 empty:hidden">
          {documents.map((document) => (
            <li key={document.id} className="grid gap-1">
              <p className="text-sm text-ink-muted">
                <b className="text-ink">{document.number}</b> ngày {formatDay(document.issuedOn)}
              </p>
              <p>{document.subject}</p>
              <div className="flex flex-wrap items-center gap-2">
                {document.file ? (
                  <FileChip
                    href={`/api/files/${document.file.id}`}
                    name={document.file.name}
                    size={formatSize(document.file.size)}
                  />
                ) : null}
                {link ? (
                  <ActionForm action={unlink} hidden={{ documentId: document.id }}>
                    <SubmitButton variant="ghost" size="sm" aria-label={`Gỡ ${document.number}`}>
                      Gỡ
                    </SubmitButton>
                  </ActionForm>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
        {link ? <LinkDialog directiveId={directiveId} requestId={requestId} action={link} /> : null}
      </div>
    </Card>
  );
}

type LinkProps = { directiveId: string; requestId: string; action: FormAction };

function LinkDialog({ directiveId, requestId, action }: LinkProps) {
  return (
    <div className="flex flex-wrap gap-3">
      <Dialog trigger="Gắn văn bản triển khai" title="Gắn văn bản triển khai" width="sm">
        <ActionForm
          action={action}
          hidden={{ directiveId, requestId }}
          footer={<SubmitButton>Gắn văn bản</SubmitButton>}
        >
          <TextField label="Số, ký hiệu" name="number" required hint="Ví dụ: 15/KH-UBND" />
          <DateTimeField label="Ngày ban hành" name="issuedOn" precision="day" required />
          <TextField label="Trích yếu" name="subject" required />
          <FileField label="Tệp văn bản" name="file" optional accept=".pdf,.docx,.png,.jpg,.jpeg" />
        </ActionForm>
      </Dialog>
    </div>
  );
}
