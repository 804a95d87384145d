import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DutyPersonFields } from "@/components/duty/person-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireActor } from "@/lib/auth/session";
import { listFreeAccounts } from "@/lib/duty/people/queries";
import { canMakeRoster } from "@/lib/duty/policy";
import { addDutyPersonAction } from "../actions";

export const metadata: Metadata = { title: "Thêm người trực" };

export default async function NewDutyPersonPage({ searchParams }: PageProps<"/duty/people/new">) {
  const actor = await requireActor();
  if (!canMakeRoster(actor, actor)) notFound();
  const accounts = await listFreeAccounts(actor);
  const { account } = await searchParams;
  const chosen = accounts.find(({ id }) => id === account);

  return (
    <>
      <PageHeader
        title="Thêm người trực"
        breadcrumb={[
          { href: "/duty", label: "Trực" },
          { href: "/duty/people", label: "Người trực" },
        ]}
      />
      <Card className="max-w-3xl">
        <ActionForm
          action={addDutyPersonAction}
          hidden={{ requestId: randomUUID() }}
          label="Thêm người trực"
          footer={<SubmitButton>Thêm vào danh sách</SubmitButton>}
        >
          <DutyPersonFields
            accounts={accounts}
            person={
              chosen && {
                name: chosen.fullName,
                title: chosen.title,
                phone: chosen.phone ?? "",
                posts: chosen.role === "unit_lead" ? ["leader"] : ["staff"],
                userId: chosen.id,
              }
            }
          />
        </ActionForm>
      </Card>
    </>
  );
}
