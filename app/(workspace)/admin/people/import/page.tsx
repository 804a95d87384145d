import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeopleImportForm } from "@/components/identity/people-import-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { FileDown } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { columns } from "@/lib/identity/people/import/labels";
import { canManagePeople } from "@/lib/identity/policy";
import { importPeopleAction } from "./actions";

export const metadata: Metadata = { title: "Nhập tài khoản từ tệp" };

export default async function ImportPeoplePage() {
  const actor = await requireActor();
  if (!canManagePeople(actor)) notFound();

  return (
    <>
      <PageHeader
        title="Nhập tài khoản từ tệp"
        breadcrumb={[
          { href: "/admin", label: "Quản trị" },
          { href: "/admin/people", label: "Tài khoản" },
        ]}
        description="Cả tệp được nhập hoặc không ai được nhập. Mỗi người có một liên kết dùng một lần để tự đặt mật khẩu."
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card>
          <PeopleImportForm action={importPeopleAction} />
        </Card>
        <Card
          title="Các cột của tệp"
          aside={
            <ButtonLink href="/api/people/template" download icon={<FileDown aria-hidden />}>
              Tải tệp mẫu
            </ButtonLink>
          }
        >
          <DefinitionList
            items={Object.values(columns).map(({ title, hint }) => [
              title,
              hint || "Không bắt buộc",
            ])}
          />
        </Card>
      </div>
    </>
  );
}
