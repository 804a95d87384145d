import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AddShiftForm } from "@/components/duty/add-shift-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listDutyPeople } from "@/lib/duty/people/queries";
import { canChangeShifts } from "@/lib/duty/rosters/policy";
import { findRoster } from "@/lib/duty/rosters/queries";
import { dutyPosts } from "@/lib/duty/schema";
import { parseLocal } from "@/lib/time";
import { addShiftAction } from "../../../actions";

export const metadata: Metadata = { title: "Xếp người trực" };

const wantedSchema = z.object({
  post: z.enum(dutyPosts).catch("staff"),
  from: z.string().transform(parseLocal).nullish().catch(null),
  to: z.string().transform(parseLocal).nullish().catch(null),
});

export default async function NewShiftPage({
  params,
  searchParams,
}: PageProps<"/duty/rosters/[id]/shifts/new">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const roster = id.success ? await findRoster(actor, id.data) : null;
  if (!roster || !canChangeShifts(actor, roster)) notFound();
  const { post, from, to } = wantedSchema.parse(await searchParams);
  const people = await listDutyPeople(actor, roster.unitId);

  return (
    <>
      <PageHeader
        title="Xếp người trực"
        breadcrumb={[
          { href: "/duty", label: "Trực" },
          { href: `/duty/rosters/${roster.id}`, label: roster.campaign.name },
        ]}
      />
      <Card className="max-w-3xl">
        <AddShiftForm
          roster={roster}
          people={people}
          wanted={{ post, startsAt: from ?? roster.startsAt, endsAt: to ?? null }}
          requestId={randomUUID()}
          action={addShiftAction}
        />
      </Card>
    </>
  );
}
