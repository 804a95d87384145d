import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { documentNumber } from "@/lib/directives/labels";
import type { DirectiveView } from "@/lib/directives/queries";
import { formatDay, formatInstant } from "@/lib/time";

/** Where this directive stands to others: called back, replaced, or replacing. */
export function RecallBanner({ directive }: { directive: DirectiveView }) {
  const { recalledAt, recalledBy, recallReason, replacedBy, replaces } = directive;
  const successor =
    replacedBy && replacedBy.state !== "draft" && replacedBy.state !== "for_signature";
  return (
    <>
      {recalledAt ? (
        <Alert tone="danger" title={`Đã thu hồi lúc ${formatInstant(recalledAt)}`}>
          <p>{recallReason}</p>
          <p className="mt-1">
            Không thực hiện tiếp theo văn bản này. Việc đã làm vẫn được giữ và xem lại được.
            {recalledBy ? ` Người thu hồi: ${recalledBy.fullName}.` : ""}
          </p>
          {successor ? (
            <p className="mt-1">
              <TextLink
                href={`/directives/${replacedBy.id}`}
                className="font-semibold text-current"
              >
                Mở văn bản thay thế: {documentNumber(replacedBy)}
              </TextLink>
            </p>
          ) : null}
        </Alert>
      ) : null}
      {replaces ? (
        <Alert tone="info">
          Thay thế{" "}
          <TextLink href={`/directives/${replaces.id}`} className="text-current">
            {documentNumber(replaces)}
            {replaces.issuedOn ? ` ngày ${formatDay(replaces.issuedOn)}` : ""}
          </TextLink>
          .
        </Alert>
      ) : null}
    </>
  );
}
