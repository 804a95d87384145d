import type { Role } from "@/lib/auth/actor";

export const roleLabels: Record<Role, string> = {
  administrator: "Quản trị hệ thống",
  district_leader: "Lãnh đạo huyện",
  district_officer: "Chuyên viên huyện",
  unit_lead: "Lãnh đạo đơn vị",
  unit_staff: "Cán bộ đơn vị",
  telco_liaison: "Đầu mối viễn thông",
  observer: "Quan sát (chỉ xem)",
};
