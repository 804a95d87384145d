import { randomUUID } from "node:crypto";
import { ImplementingCard } from "@/components/directives/implementing-card";
import { UnitView } from "@/components/directives/unit-view";
import type { Actor } from "@/lib/auth/actor";
import { canAcknowledge } from "@/lib/directives/assignments/policy";
import { findContact, type Receipt } from "@/lib/directives/assignments/queries";
import { canAskExtension } from "@/lib/directives/extensions/policy";
import { canLinkDocument } from "@/lib/directives/implementing/policy";
import { listImplementingDocuments } from "@/lib/directives/implementing/queries";
import type { DirectiveView } from "@/lib/directives/queries";
import { canAnswerRecall } from "@/lib/directives/recalls/policy";
import {
  acknowledgeAction,
  answerRecallAction,
  askExtensionAction,
  linkDocumentAction,
  unlinkDocumentAction,
} from "./actions";
import { ExchangeBody } from "./exchange-body";

type Props = { actor: Actor; directive: DirectiveView; receipt: Receipt };

/** A directive as an addressed unit works with it. */
export async function UnitBody({ actor, directive, receipt }: Props) {
  const [person, documents] = await Promise.all([
    findContact(actor),
    listImplementingDocuments(actor, directive.id),
  ]);
  const assignments = receipt.assignments.map((assignment) => ({
    ...assignment,
    mayAsk:
      assignment.extensions.length === 0 &&
      canAskExtension(actor, {
        ...assignment,
        periodic: assignment.obligation.recurrence !== null,
      }),
    requestId: randomUUID(),
  }));
  return (
    <UnitView
      directive={directive}
      receipt={receipt}
      assignments={assignments}
      mayAcknowledge={canAcknowledge(actor, receipt)}
      mayAnswerRecall={canAnswerRecall(actor, receipt)}
      person={person}
      actions={{
        acknowledge: acknowledgeAction,
        answerRecall: answerRecallAction,
        askExtension: askExtensionAction,
      }}
      exchange={<ExchangeBody actor={actor} directive={directive} receipt={receipt} />}
      documents={
        <ImplementingCard
          directiveId={directive.id}
          requestId={randomUUID()}
          documents={documents}
          link={canLinkDocument(actor, receipt) ? linkDocumentAction : null}
          unlink={unlinkDocumentAction}
        />
      }
    />
  );
}
