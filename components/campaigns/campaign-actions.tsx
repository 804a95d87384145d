import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { CampaignView } from "@/lib/campaigns/queries";
import type { FormAction } from "@/lib/form-state";

type Props = {
  campaign: CampaignView;
  mayEdit: boolean;
  mayClone: boolean;
  /** What came late is read by whoever sees the whole picture. */
  mayReview: boolean;
  open: FormAction | null;
  close: FormAction | null;
  reopen: FormAction | null;
  discard: FormAction | null;
};

/** What the district does with a campaign, in its present state. */
export function CampaignActions({ campaign, mayEdit, mayClone, mayReview, ...actions }: Props) {
  const { open, close, reopen, discard } = actions;
  const hidden = { campaignId: campaign.id, version: String(campaign.version) };
  return (
    <>
      {mayEdit ? <ButtonLink href={`/campaigns/${campaign.id}/edit`}>Sửa</ButtonLink> : null}
      {mayReview ? (
        <ButtonLink href={`/campaigns/${campaign.id}/review`}>Rút kinh nghiệm</ButtonLink>
      ) : null}
      {mayClone ? (
        <ButtonLink href={`/campaigns/new?from=${campaign.id}`}>Nhân bản</ButtonLink>
      ) : null}
      {discard ? (
        <ConfirmAction
          action={discard}
          hidden={hidden}
          label="Xóa đợt"
          question={`Xóa “${campaign.name}”?`}
          description="Chỉ xóa được đợt chưa mở và không còn văn bản nào."
        />
      ) : null}
      {open ? (
        <ConfirmAction
          action={open}
          hidden={hidden}
          label="Mở đợt"
          question="Mở đợt cao điểm?"
          description="Mọi đơn vị sẽ nhận thông báo đợt đã bắt đầu."
          variant="primary"
          triggerVariant="primary"
        />
      ) : null}
      {close ? (
        <ConfirmAction
          action={close}
          hidden={hidden}
          label="Kết thúc đợt"
          question="Kết thúc đợt cao điểm?"
          description="Văn bản của đợt vẫn theo dõi tiếp. Nên ghi bài học trước khi quên."
          variant="primary"
        />
      ) : null}
      {reopen ? (
        <ConfirmAction
          action={reopen}
          hidden={hidden}
          label="Mở lại đợt"
          question="Mở lại đợt đã kết thúc?"
          variant="primary"
        />
      ) : null}
    </>
  );
}
