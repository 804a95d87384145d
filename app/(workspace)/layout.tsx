import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/sign-in/actions";
import { setThemeAction } from "@/app/theme-action";
import { OutboxBanner } from "@/components/duty/offline/outbox-banner";
import { OutboxProvider } from "@/components/duty/offline/outbox-provider";
import { LiveRefresh } from "@/components/live/live-refresh";
import { SearchPalette } from "@/components/search/search-palette";
import { NavIcon } from "@/components/shell/nav-icon";
import type { NavItem } from "@/components/shell/types";
import { WorkspaceShell } from "@/components/shell/workspace-shell";
import { canReadAuditTrail } from "@/lib/audit/trail/policy";
import { type Actor, isUnitMember } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { canRecordActivity } from "@/lib/awareness/policy";
import { canDraftDirective } from "@/lib/directives/policy";
import { keepsWatch } from "@/lib/duty/policy";
import { roleLabels } from "@/lib/identity/labels";
import { canReportIncident } from "@/lib/incidents/policy";
import { pagePosition } from "@/lib/live/page";
import { canReadSyntheses } from "@/lib/reports/policy";
import { livePlaces } from "./live-places";

/** Chrome around every page; decides nothing about rights. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const items = itemsFor(actor);
  const theme = (await cookies()).get("theme")?.value;
  const shell = (
    <WorkspaceShell
      user={{
        fullName: actor.fullName,
        title: roleLabels[actor.role],
        unitName: actor.unitName,
        roleLabel: roleLabels[actor.role],
        initials: initialsOf(actor.fullName),
      }}
      items={items}
      subtitle="Điều hành đợt cao điểm"
      homeHref={`/${actor.home}`}
      profileHref="/profile"
      theme={theme === "light" || theme === "dark" ? theme : "system"}
      setTheme={setThemeAction}
      signOut={signOutAction}
      palette={<SearchPalette places={placesFor(actor, items)} />}
      banner={keepsWatch(actor) ? <OutboxBanner /> : null}
    >
      {children}
      <LiveRefresh places={livePlaces} since={pagePosition()} />
    </WorkspaceShell>
  );
  return keepsWatch(actor) ? (
    <OutboxProvider key={actor.userId} person={actor.userId}>
      {shell}
    </OutboxProvider>
  ) : (
    shell
  );
}

function itemsFor(actor: Actor): NavItem[] {
  const home = isUnitMember(actor)
    ? { label: "Việc của đơn vị", shortLabel: "Việc", icon: "task" }
    : { label: "Điều hành", shortLabel: "Điều hành", icon: "overview" };
  const items: NavItem[] = [
    { href: `/${actor.home}`, ...home },
    { href: "/directives", label: "Văn bản chỉ đạo", shortLabel: "Văn bản", icon: "directive" },
    { href: "/duty", label: "Trực", icon: "duty" },
    { href: "/incidents", label: "Sự cố", icon: "incident" },
    { href: "/advisories", label: "Cảnh báo", icon: "advisory" },
    { href: "/awareness", label: "Tuyên truyền", icon: "awareness" },
    { href: "/complaints", label: "Tin rác, lừa đảo", shortLabel: "Phản ánh", icon: "complaint" },
    { href: "/campaigns", label: "Đợt cao điểm", shortLabel: "Đợt", icon: "campaign" },
  ];
  if (canReadSyntheses(actor)) {
    items.push({ href: "/reports", label: "Báo cáo gửi tỉnh", icon: "report" });
  }
  if (actor.role === "administrator") {
    items.push({ href: "/admin", label: "Quản trị", icon: "settings" });
  }
  items.push({
    href: "/profile",
    label: "Tài khoản của tôi",
    shortLabel: "Tài khoản",
    icon: "person",
  });
  if (actor.role !== "administrator" && canReadAuditTrail(actor)) {
    items.push({ href: "/admin/audit", label: "Nhật ký hệ thống", icon: "audit" });
  }
  return items;
}

/** Where the palette leads beside what it finds: the places of the navigation, and what is begun. */
function placesFor(actor: Actor, items: NavItem[]) {
  const begun: NavItem[] = canDraftDirective(actor)
    ? [{ href: "/directives/new", label: "Soạn văn bản", icon: "document" }]
    : [];
  if (canReportIncident(actor)) {
    begun.push({ href: "/incidents/new", label: "Báo cáo sự cố", icon: "incident" });
  }
  if (canRecordActivity(actor)) {
    begun.push({ href: "/awareness/new", label: "Ghi hoạt động tuyên truyền", icon: "awareness" });
  }
  const page: NavItem = { href: "/search", label: "Tìm kiếm nâng cao", icon: "search" };
  return [...begun, ...items, page].map(({ href, label, icon }) => ({
    href,
    label,
    icon: <NavIcon name={icon} />,
  }));
}

/** The given name stands last: `Trần Quốc Phong` is `QP`. */
const initialsOf = (fullName: string) =>
  fullName
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((part) => part.charAt(0))
    .join("")
    .toUpperCase();
