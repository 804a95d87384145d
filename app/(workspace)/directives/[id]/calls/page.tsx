import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CallFilters } from "@/components/directives/calls/call-filters";
import { CallList } from "@/components/directives/calls/call-list";
import { DirectiveHeader } from "@/components/directives/directive-header";
import { DirectiveLadderCard } from "@/components/directives/ladders/directive-ladder-card";
import { KeepFresh } from "@/components/live/keep-fresh";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Printer } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { canCallUnits, canSeeCalls } from "@/lib/directives/calls/policy";
import { countSilences, listSilentUnits } from "@/lib/directives/calls/queries";
import { callAddress } from "@/lib/directives/calls/rules";
import { type CallFilter, callFilterSchema } from "@/lib/directives/calls/schema";
import { findDirectiveLadder, listLadders } from "@/lib/directives/ladders/queries";
import { findDirective } from "@/lib/directives/queries";
import { chooseLadderAction, noteCallAction, recordCallAction } from "./actions";

export const metadata: Metadata = { title: "Danh sách gọi điện" };

export default async function CallsPage({
  params,
  searchParams,
}: PageProps<"/directives/[id]/calls">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const directive = id.success ? await findDirective(actor, id.data) : null;
  if (!directive || !canSeeCalls(actor, directive)) notFound();

  const filter = callFilterSchema.parse(await searchParams);
  const [found, counts, running, ladders] = await Promise.all([
    listSilentUnits(actor, directive.id, filter),
    countSilences(actor, directive.id, filter.waiting),
    findDirectiveLadder(actor, directive.id),
    listLadders(actor),
  ]);
  if (!found || !counts || !running) notFound();
  const page = `/directives/${directive.id}/calls`;
  const link = (change: Partial<CallFilter>) =>
    callAddress(page, { ...filter, page: 1, ...change });
  const mayCall = canCallUnits(actor, directive);
  const actions = {
    directiveId: directive.id,
    userId: actor.userId,
    record: recordCallAction,
    note: noteCallAction,
  };

  return (
    <>
      <DirectiveHeader directive={directive} current="calls" tracked>
        <ButtonLink href={callAddress(`/api${page}`, filter)} download>
          Tải Excel
        </ButtonLink>
        <ButtonLink href={callAddress(`${page}/print`, filter)} icon={<Printer aria-hidden />}>
          Bản in
        </ButtonLink>
      </DirectiveHeader>
      <div className="grid gap-6">
        <CallFilters filter={filter} counts={counts} link={link} />
        {mayCall ? (
          <p className="text-sm text-ink-muted">
            Bấm <b className="font-medium text-ink">Đã gọi</b> ngay khi nhấc máy: trong 30 phút
            người khác thấy tên đồng chí và không gọi trùng. Hôm nay đã gọi {counts.called} đơn vị.
          </p>
        ) : null}
        {found.rows.length === 0 ? (
          <Card>
            <EmptyState title="Không còn đơn vị nào phải gọi">
              Thử xem các mục khác ở trên, hoặc bỏ bớt điều kiện lọc.
            </EmptyState>
          </Card>
        ) : (
          <CallList
            directiveId={directive.id}
            units={found.rows}
            actions={mayCall ? actions : null}
          />
        )}
        <Pagination
          previousHref={filter.page > 1 ? link({ page: filter.page - 1 }) : undefined}
          nextHref={found.hasNext ? link({ page: filter.page + 1 }) : undefined}
        />
        <DirectiveLadderCard
          directiveId={directive.id}
          running={running}
          ladders={ladders}
          choose={mayCall ? chooseLadderAction : null}
        />
      </div>
      <KeepFresh seconds={20} />
    </>
  );
}
