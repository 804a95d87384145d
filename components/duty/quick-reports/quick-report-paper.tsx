import { OfficialHead } from "@/components/duty/paper/official-head";
import { SignatureBlock } from "@/components/duty/paper/signature-block";
import type { QuickReportEdition, QuickReportView } from "@/lib/duty/quick-reports/queries";
import { formatInstant } from "@/lib/time";
import { FactList } from "./fact-list";

type Props = { report: QuickReportView; edition: QuickReportEdition };

/** The report as it is handed in on paper. */
export function QuickReportPaper({ report, edition }: Props) {
  const { unit, campaign, countedFrom, countedTo } = report;
  return (
    <article
      aria-label="Báo cáo nhanh"
      data-paper=""
      className="rounded-lg border border-line bg-surface px-5 py-7 shadow-card sm:px-10 print:border-0 print:p-0 print:shadow-none"
    >
      <OfficialHead body={unit.name} at={edition.at} />
      <div className="mt-6 text-center">
        <p className="text-lg font-semibold">BÁO CÁO NHANH</p>
        <p className="font-semibold">
          Tình hình trực {campaign.name}, kỳ {formatInstant(report.dueAt)}
        </p>
      </div>
      <p className="mt-4 text-center">Kính gửi: {campaign.createdBy.unit.name}</p>
      <div className="mt-6 grid gap-4">
        {countedFrom && countedTo ? (
          <p>
            Số liệu từ {formatInstant(countedFrom)} đến {formatInstant(countedTo)}.
          </p>
        ) : null}
        <FactList facts={edition.facts} />
        <Part title="1. Tình hình">{edition.nil ? "Không phát sinh." : edition.situation}</Part>
        <Part title="2. Việc còn tồn">{edition.openPoints || "Không có."}</Part>
        <Part title="3. Kiến nghị">{edition.proposals || "Không có."}</Part>
        {edition.reason ? (
          <p className="italic">
            Đính chính lần {edition.number - 1}: {edition.reason}
          </p>
        ) : null}
      </div>
      <SignatureBlock
        recipients={["Như trên;", "Lưu: VT."]}
        maker="Người báo cáo"
        makerName={edition.writtenBy}
        position="Thủ trưởng đơn vị"
      />
    </article>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="font-semibold">{title}</h2>
      <p className="mt-1 leading-relaxed break-words whitespace-pre-line">{children}</p>
    </section>
  );
}
