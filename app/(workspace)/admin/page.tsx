import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminLink } from "@/components/organization/admin-link";
import {
  AlarmClock,
  BellRing,
  Building2,
  CalendarHeart,
  CalendarRange,
  Layers,
  Merge,
  ScrollText,
  Send,
  Siren,
  Tags,
  UsersRound,
} from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { canReadAuditTrail } from "@/lib/audit/trail/policy";
import { requireActor } from "@/lib/auth/session";
import { canManageCampaignRules } from "@/lib/campaigns/policy";
import { canManageLadders } from "@/lib/directives/ladders/policy";
import { canManagePeople } from "@/lib/identity/policy";
import { canManageIncidentRules } from "@/lib/incidents/policy";
import { canManageDelivery } from "@/lib/notifications/deliveries/policy";
import { canManageUnits } from "@/lib/organization/policy";

export const metadata: Metadata = { title: "Quản trị" };

export default async function AdminPage() {
  const actor = await requireActor();
  const units = canManageUnits(actor);
  const people = canManagePeople(actor);
  const campaigns = canManageCampaignRules(actor);
  const trail = canReadAuditTrail(actor);
  if (!units && !people && !campaigns && !trail) notFound();

  return (
    <>
      <PageHeader title="Quản trị" />
      <ul className="grid gap-3 sm:grid-cols-2">
        {people ? (
          <AdminLink href="/admin/people" title="Tài khoản" icon={<UsersRound />}>
            Người dùng, vai trò, đơn vị, đặt lại mật khẩu.
          </AdminLink>
        ) : null}
        {units ? (
          <>
            <AdminLink href="/admin/units" title="Đơn vị" icon={<Building2 />}>
              Danh sách đơn vị, điện thoại, sáp nhập, nhập từ tệp.
            </AdminLink>
            <AdminLink href="/admin/reorganisation" title="Sắp xếp đơn vị" icon={<Merge />}>
              Sáp nhập, đổi tên, đổi mã theo phương án; chuyển người và việc; hoàn tác.
            </AdminLink>
            <AdminLink href="/admin/groups" title="Nhóm nhận văn bản" icon={<Layers />}>
              Nhóm nhận gồm những loại đơn vị và đơn vị nào.
            </AdminLink>
            <AdminLink href="/admin/kinds" title="Loại đơn vị" icon={<Tags />}>
              Tên loại, thứ tự và trang chủ của từng loại.
            </AdminLink>
          </>
        ) : null}
        {canManageLadders(actor) ? (
          <AdminLink href="/admin/ladders" title="Nhắc tự động" icon={<BellRing />}>
            Ai được báo vào lúc nào trước hạn, đúng hạn, quá hạn, khi chưa ai xác nhận.
          </AdminLink>
        ) : null}
        {canManageDelivery(actor) ? (
          <AdminLink href="/admin/delivery" title="Gửi thông báo" icon={<Send />}>
            Thư, trình duyệt, cổng tin nhắn: đang chạy không, tin nào không tới, vì sao.
          </AdminLink>
        ) : null}
        {campaigns ? (
          <>
            <AdminLink href="/admin/templates" title="Mẫu đợt cao điểm" icon={<CalendarRange />}>
              Các dịp dương lịch, âm lịch để tính ngày cho từng năm.
            </AdminLink>
            <AdminLink href="/admin/holidays" title="Ngày nghỉ lễ" icon={<CalendarHeart />}>
              Theo thông báo từng năm, có ghi nguồn.
            </AdminLink>
            <AdminLink href="/admin/deadlines" title="Quy tắc hạn" icon={<AlarmClock />}>
              Hạn gợi ý cho từng loại nhiệm vụ trong đợt.
            </AdminLink>
          </>
        ) : null}
        {canManageIncidentRules(actor) ? (
          <AdminLink href="/admin/incident-rules" title="Quy định về sự cố" icon={<Siren />}>
            Hạn báo cáo theo luật từng thời kỳ, việc mẫu, Công an và nơi hỗ trợ.
          </AdminLink>
        ) : null}
        {trail ? (
          <AdminLink href="/admin/audit" title="Nhật ký hệ thống" icon={<ScrollText />}>
            Ai đã làm gì, lúc nào, từ đâu; kiểm tra toàn vẹn.
          </AdminLink>
        ) : null}
      </ul>
    </>
  );
}
