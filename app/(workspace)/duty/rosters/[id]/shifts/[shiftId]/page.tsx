import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PersonSelect } from "@/components/duty/person-select";
import { spanWords } from "@/components/duty/span-text";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requireActor } from "@/lib/auth/session";
import { postLabels } from "@/lib/duty/labels";
import { listDutyPeople } from "@/lib/duty/people/queries";
import { canChangeShifts } from "@/lib/duty/rosters/policy";
import { findRosterShift } from "@/lib/duty/rosters/queries";
import { reassignShiftAction, removeShiftAction } from "../../../actions";

export const metadata: Metadata = { title: "Đổi hoặc bỏ ca" };

type Props = PageProps<"/duty/rosters/[id]/shifts/[shiftId]">;

export default async function RosterShiftPage({ params }: Props) {
  const actor = await requireActor();
  const { id, shiftId } = await params;
  const known = z.uuid().safeParse(shiftId);
  const shift = known.success ? await findRosterShift(actor, known.data) : null;
  if (!shift || shift.rosterId !== id) notFound();
  const { state, campaign } = shift.roster;
  if (!canChangeShifts(actor, { unitId: shift.unitId, state })) notFound();

  const others = (await listDutyPeople(actor, shift.unitId)).filter(
    (person) => person.id !== shift.personId,
  );
  const reason =
    state === "published" ? (
      <TextField label="Lý do điều chỉnh" name="reason" maxLength={300} />
    ) : null;

  return (
    <>
      <PageHeader
        title={`${postLabels[shift.post]} ${spanWords(shift)}`}
        breadcrumb={[
          { href: "/duty", label: "Trực" },
          { href: `/duty/rosters/${id}`, label: campaign.name },
        ]}
      />
      <div className="grid max-w-3xl gap-6">
        <Card title="Người đang được xếp">
          <DefinitionList
            items={[
              ["Họ tên", shift.person.name],
              ["Chức vụ", shift.person.title],
              ["Điện thoại", shift.person.phone],
            ]}
          />
        </Card>
        <Card
          title="Giao cho người khác"
          description="Ca đang diễn ra được tách tại lúc này: phần đã trực vẫn là của người cũ. Cả hai người được báo."
        >
          <ActionForm
            action={reassignShiftAction}
            hidden={{ shiftId: shift.id }}
            label="Giao cho người khác"
            footer={<SubmitButton>Thay người trực</SubmitButton>}
          >
            <PersonSelect label="Người thay" people={others} span={shift} />
            {reason}
          </ActionForm>
        </Card>
        <Card title="Bỏ ca này" description="Giờ của ca sẽ thành giờ chưa có người trực.">
          <ConfirmAction
            action={removeShiftAction}
            hidden={{ shiftId: shift.id }}
            label="Bỏ ca"
            question={`Bỏ ca của ${shift.person.name}?`}
            description={spanWords(shift)}
          >
            {reason}
          </ConfirmAction>
        </Card>
      </div>
    </>
  );
}
