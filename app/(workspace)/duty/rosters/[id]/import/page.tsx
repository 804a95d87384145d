import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { FileField } from "@/components/ui/file-field";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireActor } from "@/lib/auth/session";
import { IMPORT_LIMITS } from "@/lib/duty/rosters/import/schema";
import { canPlanRoster } from "@/lib/duty/rosters/policy";
import { findRoster } from "@/lib/duty/rosters/queries";
import { importRosterAction } from "../../actions";

export const metadata: Metadata = { title: "Nhập lịch trực từ tệp" };

export default async function ImportRosterPage({ params }: PageProps<"/duty/rosters/[id]/import">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const roster = id.success ? await findRoster(actor, id.data) : null;
  if (!roster || !canPlanRoster(actor, roster)) notFound();

  return (
    <>
      <PageHeader
        title="Nhập lịch trực từ tệp"
        breadcrumb={[
          { href: "/duty", label: "Trực" },
          { href: `/duty/rosters/${roster.id}`, label: roster.campaign.name },
        ]}
        description="Cả tệp được nhập hoặc không dòng nào được nhập. Ca đã có trong dự thảo được giữ nguyên."
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card>
          <ActionForm
            action={importRosterAction}
            hidden={{ rosterId: roster.id, version: String(roster.version) }}
            label="Nhập lịch trực"
            footer={<SubmitButton pendingLabel="Đang đọc tệp…">Nhập lịch</SubmitButton>}
          >
            <FileField
              label="Tệp lịch trực"
              name="file"
              accept=".xlsx,.csv"
              limit={IMPORT_LIMITS.bytes}
              hint="Tệp Excel (.xlsx) hoặc CSV, theo mẫu bảng trực thường dùng."
            />
          </ActionForm>
        </Card>
        <Card title="Các cột của tệp">
          <DefinitionList
            items={[
              ["Ngày", "28/01/2025; để trống nếu cùng ngày với dòng trên"],
              ["Ca", "07:00-19:00 hoặc 19:00-07:00"],
              ["Trực lãnh đạo", "Họ tên; sau đó là Chức vụ, Điện thoại"],
              ["Trực chuyên môn", "Họ tên; nhiều người thì mỗi người một dòng trong ô"],
            ]}
          />
        </Card>
      </div>
    </>
  );
}
