import { addDays } from "../calendar/rules";

/** A rule as far as it says when something is due. */
export type DeadlineRule = {
  id: string;
  measure: string | null;
  anchor: string;
  occasionKind: string | null;
  offset: number;
  time: string;
};

/** The days of a campaign that deadlines are counted from; all civil days. */
export type CampaignDays = {
  startsOn: string;
  endsOn: string;
  occasions: { kind: string; firstOn: string; lastOn: string }[];
};

export type ProposedDeadline = { dueAt: string; ruleId: string };

/**
 * When an obligation of these measures is due by the rules: those that name one of its measures go
 * before the general ones; of several the earliest day. Null: no rule says anything.
 */
export function proposeDeadline(
  rules: DeadlineRule[],
  campaign: CampaignDays,
  measures: string[],
): ProposedDeadline | null {
  const named = rules.filter(({ measure }) => measure !== null && measures.includes(measure));
  const general = rules.filter(({ measure }) => measure === null);
  return earliest(named, campaign) ?? earliest(general, campaign);
}

/** Rules in force for a campaign that starts on this day: [validFrom, validTo). */
export const inForce = (rule: { validFrom: string; validTo: string | null }, startsOn: string) =>
  rule.validFrom <= startsOn && (rule.validTo === null || startsOn < rule.validTo);

function earliest(rules: DeadlineRule[], campaign: CampaignDays) {
  const proposals = rules.flatMap((rule) => {
    const day = anchorDay(rule, campaign);
    return day ? [{ dueAt: `${addDays(day, rule.offset)}T${rule.time}`, ruleId: rule.id }] : [];
  });
  return proposals.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))[0] ?? null;
}

function anchorDay({ anchor, occasionKind }: DeadlineRule, campaign: CampaignDays) {
  if (anchor === "starts") return campaign.startsOn;
  if (anchor === "ends") return campaign.endsOn;
  const occasion = campaign.occasions.find(({ kind }) => kind === occasionKind);
  return anchor === "occasion_starts" ? occasion?.firstOn : occasion?.lastOn;
}
