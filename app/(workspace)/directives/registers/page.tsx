import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisterTable } from "@/components/directives/register-table";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { PrintButton } from "@/components/ui/print-button";
import { requireActor } from "@/lib/auth/session";
import { registerLabels } from "@/lib/directives/registers/labels";
import { readableRegisters } from "@/lib/directives/registers/policy";
import { findRegister } from "@/lib/directives/registers/queries";
import { registerFilterSchema } from "@/lib/directives/registers/schema";
import { isoDay, now } from "@/lib/time";

export const metadata: Metadata = { title: "Sổ văn bản" };

export default async function RegistersPage({ searchParams }: PageProps<"/directives/registers">) {
  const actor = await requireActor();
  const kinds = readableRegisters(actor);
  const filter = registerFilterSchema.parse(await searchParams);
  const kind = kinds.find((one) => one === filter.kind) ?? kinds[0];
  const thisYear = Number(isoDay(now()).slice(0, 4));
  const year = filter.year ?? thisYear;
  const found = kind ? await findRegister(actor, kind, { year, page: filter.page }) : null;
  if (!kind || !found) notFound();
  const link = (change: { kind?: string; year?: number; page?: number }) => {
    const { kind: to = kind, year: of = year, page = 1 } = change;
    return `/directives/registers?${new URLSearchParams({ kind: to, year: String(of), page: String(page) })}`;
  };

  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={registerLabels[kind]}
          breadcrumb={[{ href: "/directives", label: "Văn bản chỉ đạo" }]}
          description="Các cột theo Phụ lục IV Nghị định 30/2020/NĐ-CP."
        >
          <ButtonLink href={`/api/directives/registers?kind=${kind}&year=${year}`} download>
            Tải Excel
          </ButtonLink>
          <PrintButton />
        </PageHeader>
      </div>
      <div className="grid gap-4">
        {kinds.length > 1 ? (
          <FilterLinks
            label="Chọn sổ"
            links={kinds.map((one) => ({
              href: link({ kind: one }),
              label: registerLabels[one],
              current: one === kind,
            }))}
          />
        ) : null}
        <FilterLinks
          label="Chọn năm"
          links={[thisYear, thisYear - 1, thisYear - 2].map((one) => ({
            href: link({ year: one }),
            label: `Năm ${one}`,
            current: one === year,
          }))}
        />
        <div data-paper="wide" className="min-w-0">
          <p className="mb-2 hidden text-center font-semibold print:block">
            {registerLabels[kind].toLocaleUpperCase("vi")}, năm {year}
          </p>
          <Card flush>
            <RegisterTable
              caption={`${registerLabels[kind]} năm ${year}`}
              columns={found.sheet.columns}
              rows={found.sheet.rows}
            />
          </Card>
        </div>
        <Pagination
          previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
          nextHref={found.hasNext ? link({ page: filter.page + 1 }) : undefined}
        />
      </div>
    </>
  );
}
