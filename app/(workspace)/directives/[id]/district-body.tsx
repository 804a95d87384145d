import { DistrictView } from "@/components/directives/district-view";
import type { Actor } from "@/lib/auth/actor";
import { listCampaignChoices } from "@/lib/campaigns/queries";
import {
  canAttachSignedFile,
  canPlaceDirective,
  canSignDirective,
  canTrackDirective,
  canWithdrawDirective,
} from "@/lib/directives/policy";
import { type DirectiveView, suggestNumber } from "@/lib/directives/queries";
import { localInput, now } from "@/lib/time";
import {
  attachSignedFileAction,
  issueDirectiveAction,
  placeDirectiveAction,
  returnDirectiveAction,
  withdrawDirectiveAction,
} from "./actions";
import { ExchangeBody } from "./exchange-body";

/** A directive as the district and the province see it. */
export async function DistrictBody({
  actor,
  directive,
}: {
  actor: Actor;
  directive: DirectiveView;
}) {
  const maySign = canSignDirective(actor, directive);
  const placement = canPlaceDirective(actor)
    ? { place: placeDirectiveAction, campaigns: await listCampaignChoices(actor) }
    : null;
  return (
    <DistrictView
      directive={directive}
      placement={placement}
      present={localInput(now())}
      number={maySign ? (directive.number ?? (await suggestNumber(actor))) : null}
      issue={issueDirectiveAction}
      giveBack={returnDirectiveAction}
      withdraw={canWithdrawDirective(actor, directive) ? withdrawDirectiveAction : null}
      attach={canAttachSignedFile(actor, directive) ? attachSignedFileAction : null}
      exchange={
        canTrackDirective(actor, directive) ? (
          <ExchangeBody actor={actor} directive={directive} receipt={null} />
        ) : null
      }
    />
  );
}
