import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AbsenceCard } from "@/components/duty/absence-card";
import { DutyPersonFields } from "@/components/duty/person-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireActor } from "@/lib/auth/session";
import { findDutyPerson, findLinkedAccount, listFreeAccounts } from "@/lib/duty/people/queries";
import { canMakeRoster } from "@/lib/duty/policy";
import {
  addAbsenceAction,
  removeAbsenceAction,
  removeDutyPersonAction,
  updateDutyPersonAction,
} from "../actions";

export const metadata: Metadata = { title: "Người trực" };

export default async function DutyPersonPage({ params }: PageProps<"/duty/people/[personId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).personId);
  const person = id.success ? await findDutyPerson(actor, id.data) : null;
  if (!person) notFound();
  const mayEdit = canMakeRoster(actor, person);
  if (!mayEdit && person.userId !== actor.userId) notFound();
  const [free, linked] = mayEdit
    ? await Promise.all([listFreeAccounts(actor), findLinkedAccount(actor, person.id)])
    : [[], null];

  return (
    <>
      <PageHeader
        title={person.name}
        breadcrumb={[
          { href: "/duty", label: "Trực" },
          { href: "/duty/people", label: "Người trực" },
        ]}
        meta={person.title || undefined}
      />
      <div className="grid max-w-3xl gap-6">
        <AbsenceCard
          person={person}
          requestId={randomUUID()}
          add={addAbsenceAction}
          remove={removeAbsenceAction}
        />
        {mayEdit ? (
          <Card title="Thông tin người trực">
            <ActionForm
              action={updateDutyPersonAction}
              hidden={{ personId: person.id }}
              whenDone="keep"
              label="Thông tin người trực"
              footer={<SubmitButton>Lưu</SubmitButton>}
            >
              <DutyPersonFields person={person} accounts={linked ? [linked, ...free] : free} />
            </ActionForm>
          </Card>
        ) : null}
        {mayEdit ? (
          <Card
            title="Đưa ra khỏi danh sách"
            description="Các ca đã trực vẫn giữ tên người này. Phải giao lại các ca sắp tới trước."
          >
            <ConfirmAction
              action={removeDutyPersonAction}
              hidden={{ personId: person.id }}
              label="Đưa ra khỏi danh sách"
              question={`Đưa ${person.name} ra khỏi danh sách trực?`}
            />
          </Card>
        ) : null}
      </div>
    </>
  );
}
