import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SoftLink } from "@/components/ui/soft-link";
import { TextLink } from "@/components/ui/text-link";
import { type Tone, toneText } from "@/components/ui/tone";
import { ToneIcon } from "@/components/ui/tone-icon";
import { documentNumber, subjectTitle } from "@/lib/directives/labels";
import type { DistrictDecisions } from "@/lib/overview/queries";
import { formatInstant, formatSpan, now } from "@/lib/time";

type Props = {
  decisions: DistrictDecisions;
  incidents: { waiting: number; escalated: number };
  gate: { unanswered: number; units: number } | null;
};

type Line = { key: string; href: string; tone: Tone; what: string; about: string };

const SHOWN = 6;

/** What waits for a word of the district, the most pressing first, a line each. */
export function DecisionBrief({ decisions, incidents, gate }: Props) {
  const lines = linesOf({ decisions, incidents, gate });
  const more = lines.length - SHOWN;
  return (
    <Card title="Cần quyết định ngay" flush>
      {lines.length === 0 ? (
        <EmptyState title="Không có việc nào chờ quyết định">
          Mọi văn bản, kết quả và đề nghị của đơn vị đã được trả lời.
        </EmptyState>
      ) : (
        <ul>
          {lines.slice(0, SHOWN).map(({ key, href, tone, what, about }) => (
            <li key={key} className="border-b border-line last:border-0">
              <SoftLink
                href={href}
                className="flex items-start gap-3 px-4 py-2.5 hover:bg-subtle sm:px-5"
              >
                <ToneIcon tone={tone} className={`mt-1 size-4 shrink-0 ${toneText[tone]}`} />
                <span className="grid min-w-0">
                  <span className="font-medium">{what}</span>
                  <span className="truncate text-sm text-ink-muted">{about}</span>
                </span>
              </SoftLink>
            </li>
          ))}
        </ul>
      )}
      {more > 0 ? (
        <p className="border-t border-line px-4 py-2.5 text-sm sm:px-5">
          <TextLink href="#cho-quyet-dinh">Còn {more} việc khác chờ quyết định</TextLink>
        </p>
      ) : null}
    </Card>
  );
}

function linesOf({ decisions, incidents, gate }: Props): Line[] {
  const { drafts, returns, extensions, questions, results } = decisions;
  const at = now();
  return [
    ...(incidents.waiting > 0
      ? [
          {
            key: "incidents",
            href: "/incidents?state=received",
            tone: "danger" as const,
            what: `${incidents.waiting} sự cố chưa ai tiếp nhận`,
            about: "Cử người xử lý",
          },
        ]
      : []),
    ...(gate && gate.unanswered > 0
      ? [
          {
            key: "gate",
            href: "/advisories/gate",
            tone: "danger" as const,
            what: `${gate.unanswered} lỗ hổng bị khai thác chưa ai chịu trách nhiệm`,
            about: `${gate.units} đơn vị, trước kỳ nghỉ`,
          },
        ]
      : []),
    ...drafts
      .filter(({ state }) => state === "for_signature")
      .map(({ id, subject, submittedAt }) => ({
        key: id,
        href: `/directives/${id}`,
        tone: "warning" as const,
        what: "Ký văn bản",
        about: `${subjectTitle(subject)}${submittedAt ? `, trình ${formatInstant(submittedAt)}` : ""}`,
      })),
    ...returns.map(({ id, directiveId, reason, receipt: { unit } }) => ({
      key: id,
      href: `/directives/${directiveId}`,
      tone: "warning" as const,
      what: `${unit.shortName} trả lại văn bản`,
      about: reason,
    })),
    ...extensions.map(({ id, askedUntil, reason, assignment }) => ({
      key: id,
      href: `/directives/${assignment.directive.id}/assignments/${assignment.id}`,
      tone: "warning" as const,
      what: `${assignment.unit.shortName} xin gia hạn tới ${formatInstant(askedUntil)}`,
      about: reason,
    })),
    ...questions.map(({ id, text, unit, directive }) => ({
      key: id,
      href: `/directives/${directive.id}`,
      tone: "info" as const,
      what: `${unit.shortName} hỏi, ${documentNumber(directive).toLocaleLowerCase("vi")}`,
      about: text,
    })),
    ...results.map(({ id, reportedAt, unit, obligation, directive }) => ({
      key: id,
      href: `/directives/${directive.id}/assignments/${id}`,
      tone: "info" as const,
      what: `Duyệt kết quả của ${unit.shortName}${reportedAt ? `, chờ ${formatSpan(at.getTime() - reportedAt.getTime())}` : ""}`,
      about: obligation.text,
    })),
    ...drafts
      .filter(({ state }) => state === "draft")
      .map(({ id, subject, returnReason }) => ({
        key: id,
        href: `/directives/${id}`,
        tone: "neutral" as const,
        what: returnReason ? "Sửa dự thảo bị trả lại" : "Hoàn thiện dự thảo",
        about: subjectTitle(subject),
      })),
  ];
}
