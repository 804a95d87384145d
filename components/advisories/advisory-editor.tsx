import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { AdvisoryDraft } from "@/lib/advisories/drafts/queries";
import { rhythmLabels } from "@/lib/advisories/labels";
import { rhythms } from "@/lib/advisories/schema";
import type { FormAction } from "@/lib/form-state";
import { defang } from "@/lib/incidents/indicators/rules";
import type { ProductRow } from "@/lib/inventory/products/queries";
import { ItemRows } from "./item-rows";

type Props = { draft: AdvisoryDraft; products: ProductRow[]; action: FormAction };

const DAY = 86_400_000;

export function AdvisoryEditor({ draft, products, action }: Props) {
  const sent = draft.edition > 0;
  const next = sent || draft.continued !== null;
  const chosen = draft.kindCodes.length > 0 ? draft.kindCodes : draft.kinds.map(({ code }) => code);
  return (
    <ActionForm
      action={action}
      hidden={{ advisoryId: draft.id, version: String(draft.version) }}
      label="Cảnh báo"
      whenDone="keep"
      footer={
        <>
          <SubmitButton name="intent" value="send">
            {next ? "Phát bản mới" : "Phát cảnh báo"}
          </SubmitButton>
          {sent ? null : (
            <SubmitButton variant="secondary" name="intent" value="save">
              Lưu dự thảo
            </SubmitButton>
          )}
        </>
      }
    >
      <Card title="Văn bản">
        <div className="grid gap-4">
          <TextField
            label="Trích yếu"
            name="subject"
            maxLength={300}
            defaultValue={draft.subject}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              label="Cơ quan cảnh báo"
              name="issuer"
              maxLength={200}
              defaultValue={draft.issuer}
            />
            <TextField
              label="Số, ký hiệu"
              name="number"
              optional
              maxLength={60}
              defaultValue={draft.number}
            />
            <TextField
              label="Ngày văn bản"
              name="issuedOn"
              type="date"
              optional
              defaultValue={draft.issuedOn?.toISOString().slice(0, 10)}
            />
            <SelectField
              label="Loại"
              name="rhythm"
              defaultValue={draft.rhythm}
              options={rhythms.map((value) => ({ value, label: rhythmLabels[value].text }))}
            />
            <DateTimeField
              label="Hạn trả lời"
              name="dueAt"
              defaultValue={draft.dueAt ?? new Date(draft.at.getTime() + 5 * DAY)}
            />
          </div>
          <TextArea
            label="Yêu cầu với đơn vị"
            name="request"
            rows={2}
            optional
            maxLength={4000}
            defaultValue={draft.request}
          />
          <CheckboxGroup
            label="Gửi đến"
            name="kindCodes[]"
            columns={3}
            defaultValues={chosen}
            options={draft.kinds.map(({ code, label }) => ({ value: code, label }))}
          />
        </div>
      </Card>
      <Card
        title="Lỗ hổng"
        description="Chọn sản phẩm trong danh mục thì đơn vị không có sản phẩm ấy trả lời bằng một lần bấm. Xóa hết chữ của một dòng để bỏ dòng đó."
      >
        <ItemRows
          products={products.map(({ id, name }) => ({ value: id, label: name }))}
          items={draft.items.map((item) => ({
            key: item.id,
            cveId: item.cveId ?? "",
            product: item.product,
            productId: item.productId ?? "",
            severity: item.severity,
            exploited: item.knownExploitedAt !== null,
            fix: item.fix,
          }))}
        />
      </Card>
      <Card title="Dấu hiệu" description="Mỗi dòng một IP, tên miền, địa chỉ hoặc mã băm.">
        <TextArea
          label="Dấu hiệu nhận biết"
          hideLabel
          name="indicators"
          rows={4}
          optional
          className="font-mono"
          defaultValue={draft.indicators.map(defang).join("\n")}
        />
      </Card>
      {next ? (
        <Card
          title="Bản này có gì mới"
          description="Đơn vị có sản phẩm được thêm hoặc đổi, hoặc chưa kê khai máy, phải trả lời lại. Thêm dấu hiệu thì mọi đơn vị xem lại."
        >
          <TextField
            label="Nội dung mới"
            name="reason"
            maxLength={1000}
            optional={!sent}
            defaultValue=""
          />
        </Card>
      ) : null}
    </ActionForm>
  );
}
