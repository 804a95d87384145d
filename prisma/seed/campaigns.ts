import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { addDays, tetEve } from "@/lib/campaigns/calendar/rules";
import { createCampaign, openCampaign } from "@/lib/campaigns/commands";
import { createDeadlineRule } from "@/lib/campaigns/deadlines/commands";
import { recordLesson } from "@/lib/campaigns/lessons/commands";
import { db } from "@/lib/db";
import { placeDirective } from "@/lib/directives/placement/commands";
import { isoDay, now } from "@/lib/time";

/**
 * A campaign that is running around today with the demo's directive in it, next year's Tết being
 * planned, and the district's deadline rules. Nothing is touched where a campaign exists.
 */
export async function seedCampaigns(officer: Actor) {
  if ((await db.campaign.count()) > 0) return;
  const today = isoDay(now());
  const source = "Thông lệ của huyện, dữ liệu mẫu";
  const rule = { occasionKind: null, source, note: "", validFrom: "2024-01-01", validTo: null };
  await createDeadlineRule(systemActor, {
    ...rule,
    measure: "awareness",
    anchor: "ends",
    days: 3,
    direction: "before",
    time: "17:00",
  });
  await createDeadlineRule(systemActor, {
    ...rule,
    measure: "sweep",
    anchor: "starts",
    days: 2,
    direction: "after",
    time: "17:00",
    note: "Rà soát xong sớm để còn thời gian khắc phục.",
  });
  await createDeadlineRule(systemActor, {
    ...rule,
    measure: null,
    anchor: "ends",
    days: 1,
    direction: "after",
    time: "16:00",
  });

  const { id: running } = await createCampaign(officer, {
    requestId: randomUUID(),
    plan: {
      name: `Đợt cao điểm phòng, chống lừa đảo trên mạng dịp cuối năm ${today.slice(0, 4)}`,
      purpose:
        "Tăng cường trực, rà soát lỗ hổng và tuyên truyền thủ đoạn lừa đảo trước mùa mua sắm cuối năm.",
      startsAt: `${addDays(today, -7)}T07:00`,
      endsAt: `${addDays(today, 8)}T17:00`,
      occasions: [
        {
          kind: "own",
          name: "Tuần lễ mua sắm trực tuyến",
          calendar: "solar",
          firstOn: addDays(today, -1),
          lastOn: addDays(today, 3),
        },
      ],
    },
  });
  await openCampaign(officer, { campaignId: running, version: 1 });
  await recordLesson(officer, {
    requestId: randomUUID(),
    campaignId: running,
    text: "Gọi điện nhắc các xã vùng xa ngay ngày thứ hai; đợt trước văn bản điện tử mở rất chậm.",
  });
  const directive = await db.directive.findFirst({
    where: { state: "issued" },
    select: { id: true },
    orderBy: { issuedAt: "asc" },
  });
  if (directive) {
    await placeDirective(officer, { directiveId: directive.id, campaignId: running });
  }
  await planTet(officer, Number(today.slice(0, 4)) + 1);
}

async function planTet(officer: Actor, year: number) {
  const eve = tetEve(year);
  await createCampaign(officer, {
    requestId: randomUUID(),
    plan: {
      name: `Đợt cao điểm Tết Nguyên đán năm ${year}`,
      purpose: "",
      startsAt: `${addDays(eve, -7)}T07:00`,
      endsAt: `${addDays(eve, 9)}T17:00`,
      occasions: [
        {
          kind: "tet_nguyen_dan",
          name: "Tết Nguyên đán",
          calendar: "lunar",
          firstOn: eve,
          lastOn: addDays(eve, 5),
        },
      ],
    },
  });
}
