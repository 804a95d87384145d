import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CascadeCard } from "@/components/directives/cascade-card";
import { DirectiveHeader } from "@/components/directives/directive-header";
import { FollowUpStats } from "@/components/directives/follow-up-stats";
import { LetterLink } from "@/components/directives/letter-link";
import { MatrixTable } from "@/components/directives/matrix-table";
import { RemindForm } from "@/components/directives/remind-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { Pagination } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { SearchForm } from "@/components/ui/search-form";
import { requireActor } from "@/lib/auth/session";
import { listUnitVerdicts } from "@/lib/compliance/directives/queries";
import { listImplementingDocuments, summariseCascade } from "@/lib/directives/implementing/queries";
import { cascade, latestBasisDay } from "@/lib/directives/implementing/rules";
import { numberInSentence } from "@/lib/directives/labels";
import { waitingLabels } from "@/lib/directives/matrix/labels";
import { findMatrix, summariseDirective } from "@/lib/directives/matrix/queries";
import { type MatrixFilter, matrixFilterSchema, waitingFor } from "@/lib/directives/matrix/schema";
import { canSteerDirective, canTrackDirective } from "@/lib/directives/policy";
import { type DirectiveView, findDirective } from "@/lib/directives/queries";
import { isoDay } from "@/lib/time";
import { remindUnitsAction } from "../actions";
import { MeasuresBody } from "./measures-body";

export const metadata: Metadata = { title: "Theo dõi văn bản" };

export default async function TrackingPage({
  params,
  searchParams,
}: PageProps<"/directives/[id]/tracking">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const directive = id.success ? await findDirective(actor, id.data) : null;
  if (!directive || !canTrackDirective(actor, directive)) notFound();

  const filter = matrixFilterSchema.parse(await searchParams);
  const [matrix, summary, spread, documents] = await Promise.all([
    findMatrix(actor, directive.id, filter),
    summariseDirective(actor, directive.id),
    summariseCascade(actor, directive.id),
    listImplementingDocuments(actor, directive.id),
  ]);
  if (!matrix || !summary) notFound();
  const page = `/directives/${directive.id}/tracking`;
  const link = (change: Partial<MatrixFilter>) => address(page, { ...filter, page: 1, ...change });
  const maySteer = canSteerDirective(actor, directive);
  const unitIds = matrix.rows.map(({ unitId }) => unitId);
  const verdicts = await listUnitVerdicts(actor, directive.id, unitIds);
  const shown = { directiveId: directive.id, matrix, verdicts };
  const table = <MatrixTable {...shown} selectable={maySteer} />;

  return (
    <>
      <DirectiveHeader directive={directive} current="tracking" tracked>
        <ButtonLink href={`/api/directives/${directive.id}/follow-up`} download>
          Tải Excel
        </ButtonLink>
        <LetterLink directive={directive} />
        <PrintButton />
      </DirectiveHeader>
      <div className="grid gap-6">
        <FollowUpStats summary={summary} />
        {spread ? (
          <CascadeCard levels={levelsOf(directive)} summary={spread} documents={documents} />
        ) : null}
        <MeasuresBody actor={actor} directiveId={directive.id} />
        <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
          <FilterLinks
            label="Lọc đơn vị theo việc còn nợ"
            links={[
              {
                href: link({ waiting: undefined }),
                label: "Tất cả",
                count: summary.units,
                current: !filter.waiting,
              },
              ...offered(directive).map((waiting) => ({
                href: link({ waiting }),
                label: waitingLabels[waiting],
                current: filter.waiting === waiting,
              })),
            ]}
          />
          <SearchForm
            label="Tìm đơn vị"
            defaultValue={filter.q}
            hidden={{ waiting: filter.waiting, kind: filter.kind }}
          />
        </div>
        <FilterLinks
          label="Lọc theo nhóm đơn vị"
          links={[
            { href: link({ kind: undefined }), label: "Mọi nhóm", current: !filter.kind },
            ...summary.kinds.map(({ code, label, units }) => ({
              href: link({ kind: code }),
              label,
              count: units,
              current: filter.kind === code,
            })),
          ]}
        />
        <Card flush>
          {matrix.rows.length === 0 ? (
            <EmptyState title="Không có đơn vị nào khớp">Thử bỏ bớt điều kiện lọc.</EmptyState>
          ) : null}
          {matrix.rows.length > 0 && maySteer ? (
            <RemindForm
              directiveId={directive.id}
              requestId={randomUUID()}
              action={remindUnitsAction}
              units={matrix.rows.length}
              defaultMessage={`Đề nghị đơn vị thực hiện và báo cáo kết quả ${numberInSentence(directive)}.`}
            >
              {table}
            </RemindForm>
          ) : null}
          {matrix.rows.length > 0 && !maySteer ? table : null}
        </Card>
        <Pagination
          previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
          nextHref={matrix.hasNext ? link({ page: filter.page + 1 }) : undefined}
        />
      </div>
    </>
  );
}

/** Nobody owes an answer to a recall that was not made. */
const offered = ({ state }: DirectiveView) =>
  waitingFor.filter((waiting) => waiting !== "recall" || state === "recalled");

/** The province's document is the latest one that the directive is based on. */
const levelsOf = ({ basis, issuedOn }: DirectiveView) =>
  cascade(latestBasisDay(basisSchema.catch([]).parse(basis)), issuedOn && isoDay(issuedOn), null);

const basisSchema = z.array(z.object({ date: z.string().nullable() }));

function address(page: string, { waiting, kind, q, page: at }: MatrixFilter) {
  const entries = { waiting, kind, q, page: at > 1 ? String(at) : "" };
  const parts = Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const text = new URLSearchParams(parts).toString();
  return text ? `${page}?${text}` : page;
}
