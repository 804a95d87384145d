import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DirectiveHeader } from "@/components/directives/directive-header";
import { ReturnDialog } from "@/components/directives/return-dialog";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { TextArea } from "@/components/ui/text-area";
import type { Actor } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { recordOpening } from "@/lib/directives/assignments/commands";
import { findReceipt, type Receipt } from "@/lib/directives/assignments/queries";
import {
  canCloseDirective,
  canEditDirective,
  canRecallDirective,
  canReplaceDirective,
  canTrackDirective,
} from "@/lib/directives/policy";
import { type DirectiveView, findDirective } from "@/lib/directives/queries";
import { canReturnReceipt } from "@/lib/directives/returns/policy";
import {
  closeDirectiveAction,
  draftReplacementAction,
  recallDirectiveAction,
  returnReceiptAction,
} from "./actions";
import { DistrictBody } from "./district-body";
import { EditorBody } from "./editor-body";
import { UnitBody } from "./unit-body";

export const metadata: Metadata = { title: "Văn bản" };

export default async function DirectivePage({ params }: PageProps<"/directives/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const directive = id.success ? await findDirective(actor, id.data) : null;
  if (!directive) notFound();

  const receipt = await findReceipt(actor, directive.id);
  if (receipt && !receipt.openedAt) await recordOpening(actor, directive.id);

  return (
    <>
      <DirectiveHeader
        directive={directive}
        current="text"
        tracked={canTrackDirective(actor, directive)}
      >
        <HeaderActions actor={actor} directive={directive} receipt={receipt} />
      </DirectiveHeader>
      <Body actor={actor} directive={directive} receipt={receipt} />
    </>
  );
}

type Props = { actor: Actor; directive: DirectiveView; receipt: Receipt | null };

function Body({ actor, directive, receipt }: Props) {
  if (receipt) return <UnitBody actor={actor} directive={directive} receipt={receipt} />;
  if (canEditDirective(actor, directive)) {
    return <EditorBody actor={actor} directiveId={directive.id} />;
  }
  return <DistrictBody actor={actor} directive={directive} />;
}

function HeaderActions({ actor, directive, receipt }: Props) {
  const hidden = { directiveId: directive.id };
  const replaced = directive.replacedBy !== null;
  const reported = receipt?.assignments.some(({ reportedAt }) => reportedAt !== null) ?? false;
  return (
    <>
      {receipt && canReturnReceipt(actor, { ...receipt, reported }) ? (
        <ReturnDialog
          directiveId={directive.id}
          requestId={randomUUID()}
          action={returnReceiptAction}
        />
      ) : null}
      {canReplaceDirective(actor, { ...directive, replaced }) ? (
        <ConfirmAction
          action={draftReplacementAction}
          hidden={{ ...hidden, requestId: randomUUID() }}
          label="Soạn văn bản thay thế"
          question="Soạn văn bản thay thế?"
          description="Một dự thảo được chép từ văn bản này để sửa. Khi dự thảo đó được ký, văn bản này tự thu hồi và mọi đơn vị được báo."
          variant="primary"
        />
      ) : null}
      {canRecallDirective(actor, directive) ? (
        <ConfirmAction
          action={recallDirectiveAction}
          hidden={hidden}
          label="Thu hồi"
          question="Thu hồi văn bản này?"
          description="Mọi đơn vị đã nhận được báo ngay và không báo cáo thêm được nữa. Việc đã làm vẫn được giữ."
        >
          <TextArea label="Lý do thu hồi" name="reason" rows={3} required />
        </ConfirmAction>
      ) : null}
      {canCloseDirective(actor, directive) ? (
        <ConfirmAction
          action={closeDirectiveAction}
          hidden={hidden}
          label="Kết thúc văn bản"
          question="Kết thúc theo dõi văn bản này?"
          description="Các đơn vị không báo cáo thêm được nữa. Kết quả đã có vẫn được giữ."
        />
      ) : null}
    </>
  );
}
