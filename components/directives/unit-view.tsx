import { SignedCopy } from "@/components/directives/signed-copy";
import type { Receipt } from "@/lib/directives/assignments/queries";
import type { DirectiveView } from "@/lib/directives/queries";
import type { FormAction } from "@/lib/form-state";
import { AcknowledgeCard } from "./acknowledge-card";
import { DirectivePaper } from "./directive-paper";
import { SupportContacts } from "./support-contacts";
import { UnitObligationList } from "./unit-obligation-list";

type Props = {
  directive: DirectiveView;
  receipt: Receipt;
  mayAcknowledge: boolean;
  person: { fullName: string; phone: string };
  acknowledge: FormAction;
};

/** A directive as an addressed unit sees it: take it on, do it, read it. */
export function UnitView({ directive, receipt, mayAcknowledge, person, acknowledge }: Props) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid gap-6">
        {receipt.acknowledgedAt ? null : (
          <AcknowledgeCard
            directiveId={directive.id}
            receipt={receipt}
            action={acknowledge}
            mayAcknowledge={mayAcknowledge}
            person={person}
          />
        )}
        <UnitObligationList
          directiveId={directive.id}
          assignments={receipt.assignments}
          open={directive.state === "issued"}
        />
        <DirectivePaper directive={directive} />
      </div>
      <aside className="grid gap-6" aria-label="Thông tin văn bản">
        {receipt.acknowledgedAt ? (
          <AcknowledgeCard
            directiveId={directive.id}
            receipt={receipt}
            action={acknowledge}
            mayAcknowledge={false}
            person={person}
          />
        ) : null}
        <SupportContacts directive={directive} />
        <SignedCopy directive={directive} attach={null} />
      </aside>
    </div>
  );
}
