import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PhoneLink } from "@/components/ui/phone-link";
import type { HandlingView } from "@/lib/advisories/detail/queries";
import { remaining } from "@/lib/advisories/handling/rules";
import type { FormAction } from "@/lib/form-state";
import { AnswerPanel } from "./answer-panel";
import { HandlingHistory } from "./handling-history";
import { HandlingState } from "./handling-state";
import { ReviewPanel } from "./review-panel";

type Props = {
  handling: HandlingView;
  at: Date;
  actions: Record<
    "answer" | "notApplicable" | "acceptRisk" | "review" | "sendBack" | "nameOwner",
    FormAction
  >;
};

/** One unit's work on one advisory: where it stands, what may be done, what was done. */
export function HandlingBody({ handling, at, actions }: Props) {
  const { closedAt, reopenReason, total, affected } = handling;
  return (
    <>
      {reopenReason && !closedAt ? (
        <Alert tone="warning" title="Cảnh báo trở lại chờ xử lý">
          {reopenReason}
        </Alert>
      ) : null}
      <Card
        title="Tình trạng"
        aside={handling.awaitsReview ? <Badge tone="info">Chờ huyện xác nhận</Badge> : null}
      >
        <div className="grid gap-4">
          <HandlingState handling={handling} at={at} />
          <DefinitionList
            items={[
              ["Máy đã kiểm tra", total === null ? "" : String(total)],
              ["Bị ảnh hưởng", affected === null ? "" : String(affected)],
              [
                "Đã xử lý",
                total === null
                  ? ""
                  : `${handling.patched} đã vá, ${handling.mitigated} giảm thiểu tạm, còn ${remaining(handling)}`,
              ],
              ["Chịu trách nhiệm", <Owner key="owner" handling={handling} />],
              ...(handling.acceptUntil
                ? [
                    ["Chấp nhận rủi ro", `${handling.acceptedBy}: ${handling.acceptReason}`] as [
                      string,
                      string,
                    ],
                  ]
                : []),
            ]}
          />
        </div>
      </Card>
      {handling.may.answer ? <AnswerPanel handling={handling} actions={actions} /> : null}
      <ReviewPanel handling={handling} actions={actions} />
      <HandlingHistory handling={handling} />
    </>
  );
}

function Owner({ handling: { ownerName, ownerPhone } }: { handling: HandlingView }) {
  if (!ownerName) return <span className="font-normal text-ink-faint">Chưa cử ai</span>;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {ownerName}
      {ownerPhone ? <PhoneLink phone={ownerPhone} name={ownerName} /> : null}
    </span>
  );
}
