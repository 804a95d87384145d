import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonFields } from "@/components/identity/person-fields";
import { ShownOnceForm } from "@/components/identity/shown-once-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { requireActor } from "@/lib/auth/session";
import { canManagePeople } from "@/lib/identity/policy";
import { listUnitChoices } from "@/lib/organization/queries";
import { createPersonAction, invitePersonAction } from "../actions";

export const metadata: Metadata = { title: "Thêm tài khoản" };

export default async function NewPersonPage() {
  const actor = await requireActor();
  if (!canManagePeople(actor)) notFound();
  const units = await listUnitChoices(actor);

  return (
    <>
      <PageHeader
        title="Thêm tài khoản"
        breadcrumb={[
          { href: "/admin", label: "Quản trị" },
          { href: "/admin/people", label: "Tài khoản" },
        ]}
      />
      <Card className="max-w-xl">
        <ShownOnceForm
          action={invitePersonAction}
          submit="Tạo tài khoản và liên kết"
          variant="primary"
          shown={{
            title: "Đã tạo tài khoản",
            advice:
              "Gửi hai dòng này cho đúng người dùng, ví dụ qua Zalo. Mở liên kết, họ tự đặt mật khẩu. Liên kết dùng một lần, trong 7 ngày, và không hiện lại nữa.",
            doneHref: "/admin/people",
          }}
          other={{
            action: createPersonAction,
            submit: "Tạo với mật khẩu tạm",
            shown: {
              title: "Đã tạo tài khoản",
              advice:
                "Trao hai dòng này cho người dùng. Mật khẩu tạm không hiện lại nữa; lần đăng nhập đầu họ phải đặt mật khẩu mới.",
              doneHref: "/admin/people",
            },
          }}
        >
          <TextField
            label="Tên đăng nhập"
            name="username"
            hint="Chữ không dấu, số, dấu chấm, gạch ngang; ví dụ xa-yenbinh."
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <PersonFields units={units} />
        </ShownOnceForm>
      </Card>
    </>
  );
}
