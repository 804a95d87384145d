import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { CallControls } from "@/components/directives/calls/call-controls";
import { Silence } from "@/components/directives/calls/call-list";
import { CallPhones } from "@/components/directives/calls/call-phones";
import { ContactTimeline } from "@/components/directives/calls/contact-timeline";
import { KeepFresh } from "@/components/live/keep-fresh";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canCallUnits, canSeeCalls } from "@/lib/directives/calls/policy";
import { findCalledUnit, listContacts } from "@/lib/directives/calls/queries";
import { documentNumber } from "@/lib/directives/labels";
import { findDirective } from "@/lib/directives/queries";
import { noteCallAction, recordCallAction } from "../actions";

export const metadata: Metadata = { title: "Gọi đơn vị" };

const paramsSchema = z.object({ id: z.uuid(), unitId: z.uuid() });

export default async function CalledUnitPage({
  params,
}: PageProps<"/directives/[id]/calls/[unitId]">) {
  const actor = await requireActor();
  const known = paramsSchema.safeParse(await params);
  if (!known.success) notFound();
  const directive = await findDirective(actor, known.data.id);
  if (!directive || !canSeeCalls(actor, directive)) notFound();
  const [unit, contacts] = await Promise.all([
    findCalledUnit(actor, directive.id, known.data.unitId),
    listContacts(actor, directive.id, known.data.unitId),
  ]);
  if (!unit) notFound();

  return (
    <>
      <PageHeader
        title={unit.name}
        breadcrumb={[
          { href: `/directives/${directive.id}`, label: documentNumber(directive) },
          { href: `/directives/${directive.id}/calls`, label: "Gọi điện" },
        ]}
        meta={<Silence unit={unit} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Gọi ai">
          <div className="grid gap-5">
            <CallPhones unit={unit} />
            <CallControls
              unit={unit}
              actions={
                canCallUnits(actor, directive)
                  ? {
                      directiveId: directive.id,
                      userId: actor.userId,
                      record: recordCallAction,
                      note: noteCallAction,
                    }
                  : null
              }
            />
          </div>
        </Card>
        <ContactTimeline contacts={contacts} />
      </div>
      <KeepFresh seconds={20} />
    </>
  );
}
