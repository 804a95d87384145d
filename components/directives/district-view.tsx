import type { ReactNode } from "react";
import { ConfirmAction } from "@/components/ui/confirm-action";
import type { DirectiveView } from "@/lib/directives/queries";
import { worthChecking } from "@/lib/directives/rules";
import type { FormAction } from "@/lib/form-state";
import { localInput } from "@/lib/time";
import { CampaignPlacement } from "./campaign-placement";
import { DirectiveFiles } from "./directive-files";
import { DirectivePaper } from "./directive-paper";
import { RecallBanner } from "./recall-banner";
import { SignPanel } from "./sign-panel";
import { SignedCopy } from "./signed-copy";
import { SupportContacts } from "./support-contacts";

type Props = {
  directive: DirectiveView;
  /** The local time now, `2025-01-20T17:00`. */
  present: string;
  /** The number offered to the leader; null for whoever does not sign. */
  number: number | null;
  issue: FormAction;
  giveBack: FormAction;
  withdraw: FormAction | null;
  attach: FormAction | null;
  /** What units and district say to each other about it. */
  exchange: ReactNode;
  /** Choosing its campaign; null for whoever only reads. */
  placement: { place: FormAction; campaigns: { id: string; name: string }[] } | null;
};

/** A directive as the district and the province see it. */
export function DistrictView({
  directive,
  present,
  number,
  issue,
  giveBack,
  withdraw,
  attach,
  exchange,
  placement,
}: Props) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-6">
        <RecallBanner directive={directive} />
        {number === null ? null : (
          <SignPanel
            directiveId={directive.id}
            version={directive.version}
            number={number}
            today={present.slice(0, 10)}
            symbol={directive.symbol}
            notes={notesOf(directive, present)}
            issue={issue}
            giveBack={giveBack}
          />
        )}
        {exchange}
        <DirectivePaper directive={directive} />
      </div>
      <aside className="grid gap-6" aria-label="Thông tin văn bản">
        {withdraw ? (
          <div>
            <ConfirmAction
              action={withdraw}
              hidden={{ directiveId: directive.id, version: String(directive.version) }}
              label="Rút về sửa"
              question="Rút văn bản về dự thảo?"
              description="Lãnh đạo sẽ không thấy văn bản chờ ký nữa cho tới khi trình lại."
              variant="primary"
            />
          </div>
        ) : null}
        {placement ? <CampaignPlacement directive={directive} {...placement} /> : null}
        <SupportContacts directive={directive} />
        <DirectiveFiles directive={directive} />
        <SignedCopy directive={directive} attach={attach} />
      </aside>
    </div>
  );
}

function notesOf({ sections }: DirectiveView, present: string) {
  const dated = sections.map(({ obligations }) => ({
    obligations: obligations.map(({ dueAt, recurrence }) => ({
      dueAt: dueAt && localInput(dueAt),
      recurrence,
    })),
  }));
  return worthChecking({ sections: dated }, present);
}
