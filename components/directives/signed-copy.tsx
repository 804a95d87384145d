import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FileChip } from "@/components/ui/file-chip";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DirectiveView } from "@/lib/directives/queries";
import { formatSize } from "@/lib/files/rules";
import type { FormAction } from "@/lib/form-state";

/** The signed PDF where there is one, the field to attach it where there is not. */
export function SignedCopy({
  directive,
  attach,
}: {
  directive: DirectiveView;
  attach: FormAction | null;
}) {
  const { signedFile, contentHash } = directive;
  if (!signedFile && !attach) return null;
  return (
    <Card title="Bản ký">
      {signedFile ? (
        <div className="grid gap-2 text-sm">
          <FileChip
            href={`/api/files/${signedFile.id}`}
            name={signedFile.name}
            size={formatSize(signedFile.size)}
          />
          <p className="text-ink-muted">
            Đây là bản chính. SHA-256: {signedFile.sha256.slice(0, 16)}…
          </p>
        </div>
      ) : null}
      {!signedFile && attach ? (
        <ActionForm
          action={attach}
          hidden={{ directiveId: directive.id }}
          footer={<SubmitButton variant="secondary">Gắn bản ký</SubmitButton>}
        >
          <FileField
            label="Tệp PDF đã ký"
            name="file"
            accept=".pdf"
            hint="Bản quét có dấu hoặc bản ký số; từ đó là bản chính."
          />
        </ActionForm>
      ) : null}
      {contentHash ? (
        <p className="mt-3 text-xs text-ink-muted">
          Nội dung đã khóa, mã kiểm tra{" "}
          <span className="break-all">{contentHash.slice(0, 32)}…</span>
        </p>
      ) : null}
    </Card>
  );
}
