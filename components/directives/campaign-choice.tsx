"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { controlStyle } from "@/components/ui/control-style";
import { describeDeadline, ruleMeasure } from "@/lib/campaigns/deadlines/labels";
import { proposeDeadline } from "@/lib/campaigns/deadlines/rules";
import type { CampaignChoice as Choice } from "@/lib/campaigns/queries";
import type { DraftStep } from "@/lib/directives/drafts/rules";
import type { Draft } from "@/lib/directives/drafts/schema";

type Props = { draft: Draft; campaigns: Choice[]; revise: (step: DraftStep) => void };

/** Which campaign the directive serves; its deadline rules can fill what has no deadline yet. */
export function CampaignChoice({ draft, campaigns, revise }: Props) {
  const id = useId();
  const chosen = campaigns.find((campaign) => campaign.id === draft.campaignId);
  const dueAts = chosen ? proposals(draft, chosen) : [];
  const fillable = draft.sections.reduce(
    (sum, section, at) =>
      sum + section.obligations.filter((item, index) => !item.dueAt && dueAts[at]?.[index]).length,
    0,
  );
  return (
    <Card title="Đợt cao điểm">
      <div className="grid gap-4">
        <div className="grid gap-1.5">
          <label htmlFor={id} className="text-sm font-semibold">
            Thuộc đợt
          </label>
          <select
            id={id}
            value={draft.campaignId ?? ""}
            onChange={({ target }) =>
              revise({ kind: "set", field: { campaignId: target.value || undefined } })
            }
            className={controlStyle}
          >
            <option value="">Không thuộc đợt nào</option>
            {campaigns.map((campaign) => (
              <option key={campaign.id} value={campaign.id}>
                {campaign.name}
              </option>
            ))}
            {draft.campaignId && !chosen ? (
              <option value={draft.campaignId}>Đợt đã kết thúc</option>
            ) : null}
          </select>
        </div>
        {chosen && chosen.rules.length > 0 ? (
          <div className="grid justify-items-start gap-2">
            <Button disabled={fillable === 0} onClick={() => revise({ kind: "dueEach", dueAts })}>
              Điền hạn theo quy tắc
            </Button>
            <p role="status" className="text-sm text-ink-muted">
              {fillable > 0
                ? `${fillable} nhiệm vụ chưa có hạn sẽ được điền.`
                : "Không còn nhiệm vụ nào thiếu hạn mà quy tắc nói tới."}
            </p>
            <details className="text-sm">
              <summary className="py-1 text-ink-muted">Các quy tắc đang áp dụng</summary>
              <ul className="grid gap-1.5 pt-1">
                {chosen.rules.map((rule) => (
                  <li key={rule.id}>
                    <span className="font-medium">{ruleMeasure(rule.measure)}</span>:{" "}
                    {describeDeadline(rule)} <span className="text-ink-muted">({rule.source})</span>
                  </li>
                ))}
              </ul>
            </details>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

const proposals = ({ sections }: Draft, { rules, days }: Choice) =>
  sections.map(({ obligations }) =>
    obligations.map(({ measures }) => proposeDeadline(rules, days, measures)?.dueAt ?? null),
  );
