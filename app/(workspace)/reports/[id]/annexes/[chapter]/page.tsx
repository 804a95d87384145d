import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AnnexTable } from "@/components/reports/annex-table";
import { Card } from "@/components/ui/card";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { figureWords } from "@/lib/reports/chapters/labels";
import { rowsBehind } from "@/lib/reports/chapters/rules";
import { findSynthesis } from "@/lib/reports/synthesis/queries";
import { annexFilterSchema } from "@/lib/reports/synthesis/schema";
import { formatInstant } from "@/lib/time";

export const metadata: Metadata = { title: "Phụ lục báo cáo" };

export default async function AnnexPage({
  params,
  searchParams,
}: PageProps<"/reports/[id]/annexes/[chapter]">) {
  const actor = await requireActor();
  const { id: asked, chapter: code } = await params;
  const id = z.uuid().safeParse(asked);
  const report = id.success ? await findSynthesis(actor, id.data) : null;
  const chapter = report?.chapters.find((one) => one.code === code);
  if (!report || !chapter) notFound();
  const filter = annexFilterSchema.parse(await searchParams);
  const figure = chapter.figures.find((one) => one.code === filter.figure);
  const page = `/reports/${report.id}/annexes/${chapter.code}`;

  return (
    <>
      <PageHeader
        title={chapter.title}
        breadcrumb={[
          { href: "/reports", label: "Báo cáo gửi tỉnh" },
          { href: `/reports/${report.id}`, label: report.name },
        ]}
        meta={`Số liệu lúc ${formatInstant(report.countedAt)}`}
      />
      <div className="grid gap-5">
        <FilterLinks
          label="Chọn chỉ tiêu"
          links={[
            { href: page, label: "Tất cả", count: chapter.rows.length, current: !figure },
            ...chapter.figures.map((one) => ({
              href: `${page}?figure=${one.code}`,
              label: one.label,
              count: figureWords(one),
              current: one.code === figure?.code,
            })),
          ]}
        />
        <Card flush>
          <AnnexTable chapter={chapter} rows={rowsBehind(chapter.rows, figure)} />
        </Card>
      </div>
    </>
  );
}
