import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PopulationForm } from "@/components/awareness/population-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { compareUnits, listComparedKinds } from "@/lib/awareness/comparison/queries";
import {
  ALL_KINDS,
  comparedGroup,
  comparisonFilterSchema,
} from "@/lib/awareness/comparison/schema";
import { canStatePopulation } from "@/lib/awareness/policy";
import { now } from "@/lib/time";
import { statePopulationsAction } from "../actions";

export const metadata: Metadata = { title: "Số dân" };

export default async function PopulationsPage({
  searchParams,
}: PageProps<"/awareness/populations">) {
  const actor = await requireActor();
  if (!canStatePopulation(actor)) notFound();
  const { group: asked, page } = comparisonFilterSchema.parse(await searchParams);
  const group = comparedGroup(asked, await listComparedKinds(actor));
  const today = { startsAt: now(), endsAt: new Date(now().getTime() + 1) };
  const found = await compareUnits(actor, today, { group, sort: "name", page });
  if (!found) notFound();
  const link = (to: number) => `/awareness/populations?group=${group}&page=${to}`;

  return (
    <>
      <PageHeader
        title="Số dân"
        breadcrumb={[{ href: "/awareness/comparison", label: "So sánh các xã" }]}
        description="Dùng để tính lượt trên 1.000 dân. Chưa biết thì để trống: số liệu sẽ ghi là không tính được."
      >
        {group === ALL_KINDS ? null : (
          <ButtonLink href={`/awareness/populations?group=${ALL_KINDS}`}>Mọi đơn vị</ButtonLink>
        )}
      </PageHeader>
      <div className="grid gap-5">
        <Card>
          <PopulationForm rows={found.rows} action={statePopulationsAction} />
        </Card>
        <Pagination
          previousHref={page > 1 ? link(page - 1) : undefined}
          nextHref={found.hasNext ? link(page + 1) : undefined}
        />
      </div>
    </>
  );
}
