import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AdvisoryContent } from "@/components/advisories/advisory-content";
import { AdvisoryMarks } from "@/components/advisories/advisory-marks";
import { HandlingBody } from "@/components/advisories/handling-body";
import { PageHeader } from "@/components/ui/page-header";
import { PhoneLink } from "@/components/ui/phone-link";
import { findAdvisory, findHandling } from "@/lib/advisories/detail/queries";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/time";
import { handlingActions } from "../../../handling-actions";

export const metadata: Metadata = { title: "Xử lý cảnh báo" };

const idsSchema = z.object({ id: z.uuid(), unitId: z.uuid() });

export default async function HandlingPage({
  params,
}: PageProps<"/advisories/[id]/units/[unitId]">) {
  const actor = await requireActor();
  const ids = idsSchema.safeParse(await params);
  if (!ids.success) notFound();
  const { id: advisoryId, unitId } = ids.data;
  const [advisory, handling] = await Promise.all([
    findAdvisory(actor, advisoryId),
    findHandling(actor, { advisoryId, unitId }),
  ]);
  if (!advisory || !handling) notFound();
  const { unit } = handling;

  return (
    <>
      <PageHeader
        title={unit.name}
        breadcrumb={[
          { href: "/advisories", label: "Cảnh báo" },
          { href: `/advisories/${advisoryId}`, label: advisory.number || "Cảnh báo" },
        ]}
        meta={
          <>
            <span>{advisory.subject}</span>
            <AdvisoryMarks
              rhythm={advisory.rhythm}
              exploited={advisory.items.some(({ knownExploitedAt }) => knownExploitedAt)}
            />
            {unit.phone ? <PhoneLink phone={unit.phone} name={unit.name} /> : null}
          </>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-6">
          <HandlingBody handling={handling} at={now()} actions={handlingActions} />
        </div>
        <div className="grid min-w-0 gap-6">
          <AdvisoryContent advisory={advisory} />
        </div>
      </div>
    </>
  );
}
