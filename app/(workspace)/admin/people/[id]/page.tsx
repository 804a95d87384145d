import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AccessPanel } from "@/components/identity/access-panel";
import { PersonFields } from "@/components/identity/person-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { provinceSignIn } from "@/lib/auth/province";
import { requireActor } from "@/lib/auth/session";
import { findInvitation } from "@/lib/identity/invitations/queries";
import { findPerson } from "@/lib/identity/people/queries";
import { provinceSubjectOf } from "@/lib/identity/people/rules";
import { canChangeAccess } from "@/lib/identity/policy";
import { listUnitChoices } from "@/lib/organization/queries";
import {
  disablePersonAction,
  enablePersonAction,
  renewInvitationAction,
  resetPasswordAction,
  revokeInvitationAction,
  updatePersonAction,
} from "../actions";

export const metadata: Metadata = { title: "Tài khoản" };

export default async function PersonPage({ params }: PageProps<"/admin/people/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const person = id.success ? await findPerson(actor, id.data) : null;
  if (!person) notFound();
  const units = await listUnitChoices(actor);

  return (
    <>
      <PageHeader
        title={person.fullName}
        breadcrumb={[
          { href: "/admin", label: "Quản trị" },
          { href: "/admin/people", label: "Tài khoản" },
        ]}
        meta={
          <>
            <span>{person.username}</span>
            <Badge tone={person.disabledAt ? "danger" : "success"}>
              {person.disabledAt ? "Đã khóa" : "Đang dùng"}
            </Badge>
            <Badge tone={person.totpConfirmedAt ? "success" : "neutral"}>
              {person.totpConfirmedAt ? "Có xác thực hai lớp" : "Chưa bật xác thực hai lớp"}
            </Badge>
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Thông tin">
          <ActionForm
            action={updatePersonAction}
            hidden={{ personId: person.id }}
            whenDone="keep"
            footer={<SubmitButton>Lưu</SubmitButton>}
          >
            <PersonFields units={units} person={person} />
            {provinceSignIn ? (
              <TextField
                label="Mã tài khoản của tỉnh (sub)"
                name="provinceSubject"
                optional
                defaultValue={provinceSubjectOf(person.oidcSubject)}
                maxLength={255}
                autoComplete="off"
              />
            ) : null}
          </ActionForm>
        </Card>
        {canChangeAccess(actor, person) ? (
          <Card title="Truy cập">
            <AccessPanel
              person={person}
              resetPassword={resetPasswordAction}
              disable={disablePersonAction}
              enable={enablePersonAction}
              invitation={await findInvitation(actor, person.id)}
              renew={renewInvitationAction}
              revoke={revokeInvitationAction}
            />
          </Card>
        ) : null}
      </div>
    </>
  );
}
