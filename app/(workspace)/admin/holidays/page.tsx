import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HolidayForm } from "@/components/campaigns/holiday-form";
import { HolidayTable } from "@/components/campaigns/holiday-table";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { Plus } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listHolidays, listHolidayYears } from "@/lib/campaigns/holidays/queries";
import { holidayFilterSchema } from "@/lib/campaigns/holidays/schema";
import { canManageCampaignRules } from "@/lib/campaigns/policy";
import { isoDay, now } from "@/lib/time";
import { createHolidayAction, deleteHolidayAction, saveHolidayAction } from "./actions";

export const metadata: Metadata = { title: "Ngày nghỉ lễ" };

export default async function HolidaysPage({ searchParams }: PageProps<"/admin/holidays">) {
  const actor = await requireActor();
  if (!canManageCampaignRules(actor)) notFound();
  const thisYear = Number(isoDay(now()).slice(0, 4));
  const { year = thisYear } = holidayFilterSchema.parse(await searchParams);
  const [known, holidays] = await Promise.all([
    listHolidayYears(actor),
    listHolidays(actor, `${year}-01-01`, `${year}-12-31`),
  ]);
  const years = [...new Set([...known, thisYear, year])].sort((a, b) => b - a);

  return (
    <>
      <PageHeader
        title="Ngày nghỉ lễ"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        description="Nhập theo thông báo của từng năm, kèm nguồn. Hệ thống không tự suy ra ngày nghỉ."
      >
        <Dialog
          trigger="Thêm ngày nghỉ"
          icon={<Plus aria-hidden />}
          variant="primary"
          title="Thêm ngày nghỉ"
        >
          <HolidayForm action={createHolidayAction} />
        </Dialog>
      </PageHeader>
      <div className="mb-4">
        <FilterLinks
          label="Chọn năm"
          links={years.map((one) => ({
            href: `/admin/holidays?year=${one}`,
            label: String(one),
            current: one === year,
          }))}
        />
      </div>
      <Card flush>
        {holidays.length > 0 ? (
          <HolidayTable holidays={holidays} save={saveHolidayAction} remove={deleteHolidayAction} />
        ) : (
          <EmptyState title={`Chưa có ngày nghỉ nào của năm ${year}`}>
            Khi có thông báo nghỉ lễ, bấm “Thêm ngày nghỉ” và ghi số văn bản.
          </EmptyState>
        )}
      </Card>
    </>
  );
}
