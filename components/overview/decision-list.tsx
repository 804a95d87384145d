import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { documentNumber, stateLabels, subjectTitle } from "@/lib/directives/labels";
import { shorten } from "@/lib/directives/rules";
import type { DistrictDecisions } from "@/lib/overview/queries";
import { formatInstant } from "@/lib/time";

/** What waits for the district: drafts to sign or mend, results to judge. */
export function DecisionList({ drafts, results, resultCount, ...asked }: DistrictDecisions) {
  const { returns, extensions, questions } = asked;
  const nothing = [drafts, results, returns, extensions, questions].every(
    ({ length }) => length === 0,
  );
  return (
    <Card title="Chờ quyết định" flush={!nothing}>
      {nothing ? <EmptyState title="Không có gì chờ quyết định" /> : null}
      <ul>
        {drafts.map((draft) => (
          <Row
            key={draft.id}
            href={`/directives/${draft.id}`}
            action={draft.state === "draft" ? "Sửa" : "Mở"}
            name={draft.subject}
          >
            <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
              <Badge tone={stateLabels[draft.state].tone}>{stateLabels[draft.state].text}</Badge>
              {documentNumber(draft)} · {draft.editedBy.fullName}, {formatInstant(draft.editedAt)}
            </p>
            <p className="line-clamp-2 font-medium">{subjectTitle(draft.subject)}</p>
            {draft.returnReason ? (
              <p className="text-sm text-danger-ink">Lãnh đạo trả lại: {draft.returnReason}</p>
            ) : null}
          </Row>
        ))}
        {returns.map(({ id, directiveId, reason, receipt: { unit, directive } }) => (
          <Asked
            key={id}
            href={`/directives/${directiveId}`}
            what="trả lại văn bản"
            unit={unit.shortName}
            number={documentNumber(directive)}
            text={reason}
          />
        ))}
        {extensions.map(({ id, askedUntil, reason, assignment }) => (
          <Asked
            key={id}
            href={`/directives/${assignment.directive.id}/assignments/${assignment.id}`}
            what={`xin gia hạn tới ${formatInstant(askedUntil)}`}
            unit={assignment.unit.shortName}
            number={documentNumber(assignment.directive)}
            text={reason}
          />
        ))}
        {questions.map(({ id, text, unit, directive }) => (
          <Asked
            key={id}
            href={`/directives/${directive.id}`}
            what="hỏi"
            unit={unit.shortName}
            number={documentNumber(directive)}
            text={text}
          />
        ))}
        {results.map((result) => (
          <Row
            key={result.id}
            href={`/directives/${result.directive.id}/assignments/${result.id}`}
            action="Xem xét"
            name={`${result.unit.shortName}, ${shorten(result.obligation.text)}`}
          >
            <p className="text-sm text-ink-muted">
              {documentNumber(result.directive)} · {result.unit.shortName} báo cáo{" "}
              {result.reportedAt ? formatInstant(result.reportedAt) : ""}
            </p>
            <p className="line-clamp-2 font-medium">{result.obligation.text}</p>
          </Row>
        ))}
      </ul>
      {resultCount > results.length ? (
        <p className="px-4 py-3 text-sm text-ink-muted sm:px-5">
          Còn {resultCount - results.length} kết quả khác trong mục Theo dõi của từng văn bản.
        </p>
      ) : null}
    </Card>
  );
}

type AskedProps = { href: string; unit: string; what: string; number: string; text: string };

/** A unit waits for a word of the district. */
function Asked({ href, unit, what, number, text }: AskedProps) {
  return (
    <Row href={href} action="Trả lời" name={`${unit} ${what}, ${number}`}>
      <p className="text-sm text-ink-muted">
        {number} · {unit} {what}
      </p>
      <p className="line-clamp-2 font-medium">{text}</p>
    </Row>
  );
}

type RowProps = { href: string; action: string; name: string; children: React.ReactNode };

function Row({ href, action, name, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3.5 last:border-0 sm:flex-nowrap sm:px-5">
      <div className="grid min-w-0 gap-1">{children}</div>
      <ButtonLink href={href} className="shrink-0" size="sm" aria-label={`${action}: ${name}`}>
        {action}
      </ButtonLink>
    </li>
  );
}
