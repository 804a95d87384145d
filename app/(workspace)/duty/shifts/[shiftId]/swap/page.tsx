import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { spanWords } from "@/components/duty/span-text";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requireActor } from "@/lib/auth/session";
import { postLabels } from "@/lib/duty/labels";
import { findSwapOffer } from "@/lib/duty/swaps/queries";
import { askSwapAction } from "../../../swap-actions";

export const metadata: Metadata = { title: "Xin đổi ca" };

type Props = PageProps<"/duty/shifts/[shiftId]/swap">;

export default async function SwapPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).shiftId);
  const offer = id.success ? await findSwapOffer(actor, id.data) : null;
  if (!offer) notFound();
  const { with: wanted } = await searchParams;
  const colleague = offer.colleagues.find((person) => person.id === wanted) ?? offer.colleagues[0];

  return (
    <>
      <PageHeader
        title="Xin đổi ca"
        breadcrumb={[{ href: "/duty", label: "Trực" }]}
        meta={`${postLabels[offer.post]} ${spanWords(offer)}`}
      />
      <Card className="max-w-3xl" title="Nhờ ai trực thay?">
        {colleague ? (
          <div className="grid gap-5">
            <FilterLinks
              label="Chọn người trực thay"
              links={offer.colleagues.map((person) => ({
                href: `/duty/shifts/${offer.id}/swap?with=${person.id}`,
                label: person.name,
                current: person.id === colleague.id,
              }))}
            />
            <ActionForm
              key={colleague.id}
              action={askSwapAction}
              hidden={{ requestId: randomUUID(), shiftId: offer.id, toPersonId: colleague.id }}
              label="Xin đổi ca"
              footer={<SubmitButton>Gửi yêu cầu</SubmitButton>}
            >
              <SelectField
                label={`Ca của ${colleague.name} để đổi lại`}
                name="otherShiftId"
                optional
                placeholder="Không đổi lại, chỉ nhờ trực thay"
                options={colleague.shifts.map((shift) => ({
                  value: shift.id,
                  label: spanWords(shift),
                }))}
              />
              <TextField label="Lý do" name="reason" maxLength={300} />
            </ActionForm>
          </div>
        ) : (
          <p>Trong danh sách trực chưa có ai khác cho loại trực này.</p>
        )}
      </Card>
    </>
  );
}
