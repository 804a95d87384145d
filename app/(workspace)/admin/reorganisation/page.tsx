import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReorganisationForm } from "@/components/organization/reorganisation-form";
import { ReorganisationList } from "@/components/organization/reorganisation-list";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { canManageUnits } from "@/lib/organization/policy";
import { listReorganisations } from "@/lib/organization/reorganisation/queries";
import { reorganiseAction, undoReorganisationAction } from "./actions";

export const metadata: Metadata = { title: "Sắp xếp đơn vị" };

const EXAMPLE = `{
  "effectiveFrom": "2025-07-01",
  "units": [
    { "code": "06388", "name": "Xã Hữu Liên",
      "successorCode": "06400",
      "successorName": "Xã Hữu Liên" },
    { "code": "06400", "name": "Xã Yên Thịnh",
      "successorCode": "06400",
      "successorName": "Xã Hữu Liên" }
  ]
}`;

export default async function ReorganisationPage() {
  const actor = await requireActor();
  if (!canManageUnits(actor)) notFound();
  const plans = await listReorganisations(actor);

  return (
    <>
      <PageHeader
        title="Sắp xếp đơn vị"
        breadcrumb={[{ href: "/admin", label: "Quản trị" }]}
        description="Sáp nhập, đổi tên, đổi mã theo một phương án. Lịch sử ở lại với đơn vị cũ; người và việc chưa xong chuyển sang đơn vị mới. Cả phương án được áp dụng hoặc không gì thay đổi."
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-6">
          <Card title="Phương án mới">
            <ReorganisationForm action={reorganiseAction} />
          </Card>
          <ReorganisationList plans={plans} undo={undoReorganisationAction} />
        </div>
        <Card title="Tệp phương án">
          <div className="grid gap-3 text-sm">
            <p>
              Tệp JSON. Mỗi dòng là một đơn vị hiện có, với mã và tên của đơn vị kế thừa. Mã và tên
              phải cùng khớp, vì mã cũ có thể được dùng lại cho tên khác.
            </p>
            <pre className="max-w-full rounded-md border border-line bg-subtle p-3 text-xs break-words whitespace-pre-wrap">
              {EXAMPLE}
            </pre>
            <p className="text-ink-muted">
              Đơn vị không ghi kế thừa, hoặc không có trong tệp, được giữ nguyên. Nhiều đơn vị cùng
              một kế thừa được nhập thành đơn vị mới.
            </p>
          </div>
        </Card>
      </div>
    </>
  );
}
