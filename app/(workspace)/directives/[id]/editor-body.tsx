import { notFound } from "next/navigation";
import { DraftEditor } from "@/components/directives/draft-editor";
import { Alert } from "@/components/ui/alert";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { Actor } from "@/lib/auth/actor";
import { listCampaignChoices } from "@/lib/campaigns/queries";
import { findDraft, listRecipientChoices } from "@/lib/directives/drafts/queries";
import { documentNumber } from "@/lib/directives/labels";
import { localInput, now } from "@/lib/time";
import { deleteDraftAction, saveDraftAction } from "./actions";

/** A draft in the hands of the officer. */
export async function EditorBody({ actor, directiveId }: { actor: Actor; directiveId: string }) {
  const [found, directory, campaigns] = await Promise.all([
    findDraft(actor, directiveId),
    listRecipientChoices(actor),
    listCampaignChoices(actor),
  ]);
  if (!found) notFound();
  return (
    // Whoever saves an older version is told so: the editor keeps the one it was opened with.
    <div className="grid gap-6" data-live="off">
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
        present={localInput(now())}
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
