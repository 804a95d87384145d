import { z } from "zod";
import { Badge } from "@/components/ui/badge";
import { measureLabels } from "@/lib/directives/labels";
import { recurrenceWords } from "@/lib/directives/periodic/labels";
import { recurrenceSchema } from "@/lib/directives/periodic/schema";
import type { DirectiveView } from "@/lib/directives/queries";
import { type Measure, measures } from "@/lib/directives/schema";
import { formatInstant, isoDay } from "@/lib/time";

/** The document as people know it from paper, with what the product adds: deadlines and measures. */
export function DirectivePaper({ directive }: { directive: DirectiveView }) {
  return (
    <article
      aria-label="Nội dung văn bản"
      className="rounded-lg border border-line bg-surface px-5 py-7 shadow-card sm:px-10 print:border-0 print:p-0 print:shadow-none"
    >
      <Head directive={directive} />
      <Addressees lines={directive.addressees} />
      <BasisLine basis={directive.basis} />
      <ol className="mt-6 grid gap-6">
        {directive.sections.map((section, index) => (
          <li key={section.id}>
            <h2 className="font-semibold">
              {index + 1}. {section.heading}
            </h2>
            <p className="mt-1 text-sm text-ink-muted">Giao: {recipientNames(section)}</p>
            <ul className="mt-2 grid gap-3">
              {section.obligations.map((obligation) => (
                <li key={obligation.id} className="border-l-2 border-line pl-3">
                  <p className="text-justify leading-relaxed whitespace-pre-line">
                    {obligation.text}
                  </p>
                  <p className="mt-1.5 flex flex-wrap items-center gap-1.5 text-sm">
                    {obligation.measures.filter(isMeasure).map((measure) => (
                      <Badge key={measure} icon={null}>
                        {measureLabels[measure]}
                      </Badge>
                    ))}
                    <span className="text-ink-muted">{dueWords(obligation)}</span>
                  </p>
                  {obligation.cooperators.length > 0 ? (
                    <p className="mt-1 text-sm text-ink-muted">
                      Phối hợp: {namesOf(obligation.cooperators)}
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <Foot directive={directive} />
      {directive.sourceText ? (
        <details className="mt-8 border-t border-line pt-4 print:hidden">
          <summary className="text-sm font-medium">Nguyên văn</summary>
          <p className="mt-3 text-sm leading-relaxed break-words whitespace-pre-wrap">
            {directive.sourceText}
          </p>
        </details>
      ) : null}
    </article>
  );
}

function Head({ directive }: { directive: DirectiveView }) {
  return (
    <header className="grid gap-4 text-center sm:grid-cols-2">
      <div>
        <p className="font-semibold uppercase">{directive.issuer.name}</p>
        <p className="mt-2">Số: {numberLine(directive)}</p>
        <p className="mt-1 text-sm">V/v {directive.subject}</p>
      </div>
      <div>
        <p className="font-semibold uppercase">Cộng hòa xã hội chủ nghĩa Việt Nam</p>
        <p className="font-semibold">Độc lập - Tự do - Hạnh phúc</p>
        <p className="mt-2 italic">{dateLine(directive)}</p>
      </div>
    </header>
  );
}

function Addressees({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="mx-auto mt-6 w-fit">
      <p>Kính gửi:</p>
      <ul className="pl-6">
        {lines.map((line) => (
          <li key={line}>- {line}</li>
        ))}
      </ul>
    </div>
  );
}

const basisSchema = z.array(
  z.object({
    number: z.string().nullable(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
  }),
);

/** The documents this one carries out. */
function BasisLine({ basis }: { basis: DirectiveView["basis"] }) {
  const documents = basisSchema.catch([]).parse(basis);
  if (documents.length === 0) return null;
  const words = documents.map(({ number, date, issuer }) =>
    [number, date && `ngày ${dayWords(date)}`, issuer && `của ${issuer}`].filter(Boolean).join(" "),
  );
  return <p className="mt-6">Căn cứ: {words.join("; ")}.</p>;
}

const dayWords = (iso: string) => iso.split("-").reverse().join("/");

function Foot({ directive }: { directive: DirectiveView }) {
  return (
    <footer className="mt-8 grid gap-6 sm:grid-cols-2">
      <div className="text-sm">
        <p className="font-semibold italic">Nơi nhận:</p>
        <ul>
          {directive.copies.map((line) => (
            <li key={line}>- {line}</li>
          ))}
        </ul>
      </div>
      <div className="text-center">
        <p className="font-semibold">{directive.signerAuthority}</p>
        <p className="font-semibold">{directive.signerPosition}</p>
        <p className="mt-10 font-semibold">{directive.signerName}</p>
      </div>
    </footer>
  );
}

const isMeasure = (value: string): value is Measure =>
  measures.some((measure) => measure === value);

type Named = { group: { name: string } | null; unit: { name: string } | null };

const namesOf = (recipients: Named[]) =>
  recipients.map(({ group, unit }) => group?.name ?? unit?.name).join("; ");

const recipientNames = ({ recipients }: DirectiveView["sections"][number]) =>
  namesOf(recipients) || "chưa chọn đơn vị";

/** Asked for again and again, or once until its deadline. */
function dueWords({ dueAt, recurrence }: DirectiveView["sections"][number]["obligations"][number]) {
  const periodic = recurrenceSchema.safeParse(recurrence);
  if (periodic.success) return recurrenceWords(periodic.data);
  return dueAt ? `Hạn ${formatInstant(dueAt)}` : "Không đặt hạn";
}

const numberLine = ({ number, symbol }: DirectiveView) =>
  `${number === null ? "…" : String(number).padStart(2, "0")}/${symbol}`;

/** Days below ten and months one and two carry a leading zero: Nghị định 30/2020, Phụ lục I. */
function dateLine({ place, issuedOn }: DirectiveView) {
  if (!issuedOn) return `${place}, ngày … tháng … năm …`;
  const [year, month = "", day] = isoDay(issuedOn).split("-");
  return `${place}, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
