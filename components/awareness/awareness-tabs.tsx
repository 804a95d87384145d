import { TabLinks } from "@/components/ui/tab-links";

export type AwarenessTab = "activities" | "messages" | "comparison";

const tabs: { key: AwarenessTab; href: string; label: string }[] = [
  { key: "activities", href: "/awareness", label: "Hoạt động" },
  { key: "messages", href: "/awareness/messages", label: "Tin mẫu" },
  { key: "comparison", href: "/awareness/comparison", label: "So sánh các xã" },
];

export function AwarenessTabs({ current, compares }: { current: AwarenessTab; compares: boolean }) {
  const open = tabs.filter(({ key }) => compares || key !== "comparison");
  return (
    <div className="mb-6 print:hidden">
      <TabLinks
        label="Tuyên truyền"
        tabs={open.map(({ key, href, label }) => ({ href, label, current: key === current }))}
      />
    </div>
  );
}
