import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { canIssueAdvisory } from "@/lib/advisories/policy";
import { requireActor } from "@/lib/auth/session";
import { createAdvisoryAction } from "../actions";

export const metadata: Metadata = { title: "Nhập cảnh báo" };

export default async function NewAdvisoryPage() {
  if (!canIssueAdvisory(await requireActor())) notFound();
  return (
    <>
      <PageHeader
        title="Nhập cảnh báo"
        breadcrumb={[{ href: "/advisories", label: "Cảnh báo" }]}
        description="Mã CVE, địa chỉ IP, tên miền và mã băm được tìm ra từ văn bản. Xem lại ở bước sau rồi mới phát."
      />
      <Card>
        <ActionForm
          action={createAdvisoryAction}
          hidden={{ advisoryId: randomUUID() }}
          label="Nhập cảnh báo"
          footer={<SubmitButton pendingLabel="Đang đọc…">Đọc cảnh báo</SubmitButton>}
        >
          <TextArea
            label="Nội dung cảnh báo"
            name="text"
            rows={10}
            optional
            hint="Dán cả công văn hoặc bản tin. Không có văn bản thì ghi một dòng, rồi điền ở bước sau."
          />
          <div className="grid gap-5 lg:grid-cols-2">
            <FileField
              label="Tệp công văn"
              name="file"
              accept=".docx,.pdf,.txt"
              optional
              hint=".docx, .pdf có lớp chữ, .txt"
            />
            <FileField
              label="Tệp CSAF 2.0"
              name="csaf"
              accept=".json,application/json"
              optional
              limit={5 * 1024 * 1024}
              hint="Tệp .json của nhà sản xuất hoặc CERT; bản sau của cùng một tệp thành bản mới của cảnh báo."
            />
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
