import type { ReactNode } from "react";
import { SignedCopy } from "@/components/directives/signed-copy";
import { Alert } from "@/components/ui/alert";
import type { Receipt } from "@/lib/directives/assignments/queries";
import type { DirectiveView } from "@/lib/directives/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";
import { AcknowledgeCard } from "./acknowledge-card";
import { DirectiveFiles } from "./directive-files";
import { DirectivePaper } from "./directive-paper";
import { RecallAnswerCard } from "./recall-answer-card";
import { RecallBanner } from "./recall-banner";
import { SupportContacts } from "./support-contacts";
import { type Owed, UnitObligationList } from "./unit-obligation-list";

type Props = {
  directive: DirectiveView;
  receipt: Receipt;
  assignments: Owed[];
  mayAcknowledge: boolean;
  mayAnswerRecall: boolean;
  person: { fullName: string; phone: string };
  actions: { acknowledge: FormAction; answerRecall: FormAction; askExtension: FormAction };
  /** Below the obligations: what was given back, questions. */
  exchange: ReactNode;
  /** Beside them: the unit's own documents. */
  documents: ReactNode;
};

/** A directive as an addressed unit sees it: take it on, do it, read it. */
export function UnitView({ directive, receipt, assignments, person, actions, ...rest }: Props) {
  const acknowledgement = (
    <AcknowledgeCard
      directiveId={directive.id}
      receipt={receipt}
      action={actions.acknowledge}
      mayAcknowledge={!receipt.acknowledgedAt && rest.mayAcknowledge}
      person={person}
    />
  );
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-6">
        <RecallBanner directive={directive} />
        <ReturnBanner receipt={receipt} />
        {receipt.acknowledgedAt ? null : acknowledgement}
        {directive.state === "recalled" ? (
          <RecallAnswerCard
            directiveId={directive.id}
            receipt={receipt}
            mayAnswer={rest.mayAnswerRecall}
            action={actions.answerRecall}
          />
        ) : null}
        <UnitObligationList
          directiveId={directive.id}
          assignments={assignments}
          open={directive.state === "issued" && !receipt.returnedAt}
          askExtension={actions.askExtension}
        />
        {rest.exchange}
        <DirectivePaper directive={directive} />
      </div>
      <aside className="grid min-w-0 gap-6" aria-label="Thông tin văn bản">
        {receipt.acknowledgedAt ? acknowledgement : null}
        {rest.documents}
        <SupportContacts directive={directive} />
        <DirectiveFiles directive={directive} />
        <SignedCopy directive={directive} attach={null} />
      </aside>
    </div>
  );
}

function ReturnBanner({ receipt }: { receipt: Receipt }) {
  if (receipt.releasedAt) {
    return (
      <Alert tone="success" title="Đơn vị không phải thực hiện văn bản này">
        Huyện đã đồng ý việc trả lại lúc {formatInstant(receipt.releasedAt)}.
      </Alert>
    );
  }
  if (!receipt.returnedAt) return null;
  return (
    <Alert tone="warning" title={`Đã trả lại lúc ${formatInstant(receipt.returnedAt)}`}>
      Chờ huyện đồng ý hoặc giao lại.
    </Alert>
  );
}
