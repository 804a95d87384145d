import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DirectiveHeader } from "@/components/directives/directive-header";
import { DistrictView } from "@/components/directives/district-view";
import { DraftEditor } from "@/components/directives/draft-editor";
import { UnitView } from "@/components/directives/unit-view";
import { Alert } from "@/components/ui/alert";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { Actor } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { listCampaignChoices } from "@/lib/campaigns/queries";
import { recordOpening } from "@/lib/directives/assignments/commands";
import { canAcknowledge } from "@/lib/directives/assignments/policy";
import { findContact, findReceipt } from "@/lib/directives/assignments/queries";
import { findDraft, listRecipientChoices } from "@/lib/directives/drafts/queries";
import { documentNumber } from "@/lib/directives/labels";
import {
  canAttachSignedFile,
  canCloseDirective,
  canEditDirective,
  canPlaceDirective,
  canSignDirective,
  canTrackDirective,
  canWithdrawDirective,
} from "@/lib/directives/policy";
import { type DirectiveView, findDirective, suggestNumber } from "@/lib/directives/queries";
import { isoDay, now } from "@/lib/time";
import {
  acknowledgeAction,
  attachSignedFileAction,
  closeDirectiveAction,
  deleteDraftAction,
  issueDirectiveAction,
  placeDirectiveAction,
  returnDirectiveAction,
  saveDraftAction,
  withdrawDirectiveAction,
} from "./actions";

export const metadata: Metadata = { title: "Văn bản" };

export default async function DirectivePage({ params }: PageProps<"/directives/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const directive = id.success ? await findDirective(actor, id.data) : null;
  if (!directive) notFound();

  return (
    <>
      <DirectiveHeader
        directive={directive}
        current="text"
        tracked={canTrackDirective(actor, directive)}
      >
        {canCloseDirective(actor, directive) ? (
          <ConfirmAction
            action={closeDirectiveAction}
            hidden={{ directiveId: directive.id }}
            label="Kết thúc văn bản"
            question="Kết thúc theo dõi văn bản này?"
            description="Các đơn vị không báo cáo thêm được nữa. Kết quả đã có vẫn được giữ."
          />
        ) : null}
      </DirectiveHeader>
      {await bodyFor(actor, directive)}
    </>
  );
}

async function bodyFor(actor: Actor, directive: DirectiveView) {
  const receipt = await findReceipt(actor, directive.id);
  if (receipt) {
    if (!receipt.openedAt) await recordOpening(actor, directive.id);
    return (
      <UnitView
        directive={directive}
        receipt={receipt}
        mayAcknowledge={canAcknowledge(actor, receipt)}
        person={await findContact(actor)}
        acknowledge={acknowledgeAction}
      />
    );
  }
  if (canEditDirective(actor, directive)) return editor(actor, directive.id);

  const maySign = canSignDirective(actor, directive);
  const placement = canPlaceDirective(actor)
    ? { place: placeDirectiveAction, campaigns: await listCampaignChoices(actor) }
    : null;
  return (
    <DistrictView
      directive={directive}
      placement={placement}
      today={isoDay(now())}
      number={maySign ? (directive.number ?? (await suggestNumber(actor))) : null}
      issue={issueDirectiveAction}
      giveBack={returnDirectiveAction}
      withdraw={canWithdrawDirective(actor, directive) ? withdrawDirectiveAction : null}
      attach={canAttachSignedFile(actor, directive) ? attachSignedFileAction : null}
    />
  );
}

async function editor(actor: Actor, directiveId: string) {
  const [found, directory, campaigns] = await Promise.all([
    findDraft(actor, directiveId),
    listRecipientChoices(actor),
    listCampaignChoices(actor),
  ]);
  if (!found) notFound();
  return (
    <div className="grid gap-6">
      {found.returnReason ? (
        <Alert tone="danger" title="Lãnh đạo trả lại">
          {found.returnReason}
        </Alert>
      ) : null}
      <DraftEditor
        action={saveDraftAction}
        draft={found.draft}
        directory={directory}
        campaigns={campaigns}
        hidden={{ directiveId, version: String(found.version) }}
      />
      <div>
        <ConfirmAction
          action={deleteDraftAction}
          hidden={{ directiveId }}
          label="Xóa dự thảo"
          question={`Xóa dự thảo ${documentNumber(found.draft)}?`}
          description="Dự thảo mất hẳn; nhật ký vẫn ghi ai đã xóa."
        />
      </div>
    </div>
  );
}
