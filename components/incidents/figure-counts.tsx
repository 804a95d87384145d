import { Stat } from "@/components/ui/stat";
import { StatRow } from "@/components/ui/stat-row";

type Props = { totals: { open: number; waiting: number; escalated: number; overdue: number } };

export function FigureCounts({ totals }: Props) {
  const { open, waiting, escalated, overdue } = totals;
  return (
    <StatRow>
      <Stat label="Đang xử lý" value={open} href="/incidents" />
      <Stat
        label="Chưa ai tiếp nhận"
        value={waiting}
        tone={waiting ? "danger" : "neutral"}
        href="/incidents?state=received"
      />
      <Stat
        label="Vượt khả năng"
        value={escalated}
        tone={escalated ? "warning" : "neutral"}
        href="/incidents?show=escalated"
      />
      <Stat
        label="Quá hạn báo cáo"
        value={overdue}
        tone={overdue ? "danger" : "neutral"}
        href="/incidents?show=overdue"
      />
    </StatRow>
  );
}
