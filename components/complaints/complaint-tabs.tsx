import { TabsNav } from "@/components/ui/tabs-nav";
import type { Part } from "@/lib/complaints/policy";

export type ComplaintTab =
  | "cases"
  | "import"
  | "sources"
  | "requests"
  | "periods"
  | "figures"
  | "infrastructure"
  | "settings";

type Tab = { key: ComplaintTab; href: string; label: string; of: Part[] };

const all: Part[] = ["district", "police", "telco", null];

const tabs: Tab[] = [
  {
    key: "cases",
    href: "/complaints",
    label: "Phản ánh",
    of: ["district", "police", "telco", "reporter"],
  },
  { key: "import", href: "/complaints/import", label: "Nhập từ tệp", of: ["telco"] },
  {
    key: "sources",
    href: "/complaints/sources",
    label: "Nguồn lặp lại",
    of: ["district", "police"],
  },
  {
    key: "requests",
    href: "/complaints/requests",
    label: "Yêu cầu xử lý",
    of: ["district", "police", "telco"],
  },
  { key: "periods", href: "/complaints/periods", label: "Báo cáo kỳ", of: all },
  { key: "figures", href: "/complaints/figures", label: "Số liệu", of: all },
  { key: "infrastructure", href: "/complaints/infrastructure", label: "Hạ tầng", of: all },
  { key: "settings", href: "/complaints/settings", label: "Thời hạn", of: ["district"] },
];

/** Null is whoever reads figures alone: the province, the administrator. */
export function ComplaintTabs({ current, part }: { current: ComplaintTab; part: Part }) {
  const open = tabs.filter(({ of }) => of.includes(part));
  if (open.length < 2) return null;
  return (
    <div className="mb-6">
      <TabsNav
        label="Tin rác, lừa đảo"
        tabs={open.map(({ key, href, label }) => ({ href, label, current: key === current }))}
      />
    </div>
  );
}
