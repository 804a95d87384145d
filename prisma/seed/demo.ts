import { recordAudit } from "@/lib/audit/record";
import { db, inTransaction } from "@/lib/db";
import { seedAdvisories } from "./advisories";
import { seedAwareness } from "./awareness";
import { seedCampaigns } from "./campaigns";
import { seedCommunes } from "./communes";
import { seedComplaints } from "./complaints";
import { seedCompliance } from "./compliance";
import { actorOf, seedDirectives } from "./directives";
import { seedDuty } from "./duty";
import { seedIncidentReports } from "./incident-reports";
import { seedIncidents } from "./incidents";
import { DEMO_LOADED, isDemoLoaded } from "./loaded";
import { seedOrganization } from "./organization";
import { demoAccounts, seedPeople } from "./people";
import { seedQuickReports } from "./quick-reports";
import { seedReminders } from "./reminders";
import { seedReports } from "./reports";
import { seedSavedFilters } from "./saved-filters";

/**
 * The Hữu Lũng demo, loaded once: what people change afterwards stays as they left it. An
 * interrupted load goes on where it stopped, since the accounts come in one statement at the end.
 */
export async function seedDemo() {
  if (await isDemoLoaded()) return true;
  const loaded = await db.user.findFirst({ where: { username: { in: demoAccounts } } });
  // A district's own data, restored or entered, is never mixed with the demo.
  if (!loaded && (await db.user.findFirst({ select: { id: true } }))) return false;
  if (!loaded) {
    await seedOrganization();
    await seedPeople();
  }
  await seedDirectives();
  await seedReminders();
  await seedCampaigns(await actorOf("chuyenvien"));
  await seedDuty();
  await seedIncidents();
  await seedIncidentReports();
  await seedQuickReports();
  await seedComplaints();
  await seedAdvisories();
  await seedAwareness();
  await seedReports();
  await seedCommunes();
  await seedCompliance();
  await seedSavedFilters();
  await inTransaction(async (tx) => recordAudit(tx, await actorOf("quantri"), DEMO_LOADED));
  return true;
}
