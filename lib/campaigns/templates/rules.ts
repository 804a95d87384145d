import { addDays, lunarDay, yearName } from "../calendar/rules";
import { inOrder, yearlyDay } from "../rules";
import type { CampaignPlan, Occasion } from "../schema";
import type { TemplateOccasion } from "./schema";

type Template = {
  name: string;
  leadDays: number;
  trailDays: number;
  occasions: TemplateOccasion[];
};

/** The dates of a template in a year, for the officer to correct. */
export function planFromTemplate(template: Template, year: number): CampaignPlan {
  const occasions = template.occasions
    .map((occasion) => occasionIn(year, occasion))
    .toSorted(inOrder);
  const first = occasions[0]?.firstOn ?? `${year}-01-01`;
  const last =
    occasions
      .map(({ lastOn }) => lastOn)
      .toSorted()
      .at(-1) ?? first;
  return {
    name: `Đợt cao điểm ${template.name} năm ${year}`,
    purpose: "",
    startsAt: `${addDays(first, -template.leadDays)}T07:00`,
    endsAt: `${addDays(last, template.trailDays)}T17:00`,
    occasions,
  };
}

function occasionIn(year: number, occasion: TemplateOccasion): Occasion {
  const { kind, name, calendar, offset, days } = occasion;
  const firstOn = addDays(yearlyDay(year, occasion), offset);
  const lastOn = addDays(firstOn, days - 1);
  const ofYear = kind === "tet_nguyen_dan" ? ` ${yearName(lunarDay(lastOn).year)}` : "";
  return { kind, name: `${name}${ofYear}`, calendar, firstOn, lastOn };
}
