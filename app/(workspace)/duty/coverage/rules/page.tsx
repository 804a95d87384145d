import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DutyPolicyForm } from "@/components/duty/duty-policy-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findDutyPolicy } from "@/lib/duty/settings/queries";
import { saveDutyPolicyAction } from "./actions";

export const metadata: Metadata = { title: "Quy định trực" };

export default async function DutyRulesPage({ searchParams }: PageProps<"/duty/coverage/rules">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await searchParams).campaign);
  const found = id.success ? await findDutyPolicy(actor, id.data) : null;
  if (!found) notFound();
  return (
    <>
      <PageHeader
        title="Quy định trực"
        breadcrumb={[
          { href: "/duty", label: "Trực" },
          { href: `/duty/coverage?campaign=${found.campaign.id}`, label: "Độ phủ 24/7" },
        ]}
        meta={found.campaign.name}
      />
      <Card className="max-w-3xl">
        <DutyPolicyForm {...found} action={saveDutyPolicyAction} />
      </Card>
    </>
  );
}
