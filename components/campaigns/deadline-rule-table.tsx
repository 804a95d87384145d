import { ConfirmAction } from "@/components/ui/confirm-action";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { describeDeadline, ruleMeasure } from "@/lib/campaigns/deadlines/labels";
import type { DeadlineRuleRow } from "@/lib/campaigns/deadlines/queries";
import { formatCivilDay } from "@/lib/campaigns/rules";
import type { FormAction } from "@/lib/form-state";
import { DeadlineRuleForm } from "./deadline-rule-form";

type Props = { rules: DeadlineRuleRow[]; save: FormAction; remove: FormAction; today: string };

export function DeadlineRuleTable({ rules, save, remove, today }: Props) {
  return (
    <Table caption="Quy tắc hạn">
      <thead>
        <tr>
          <Th>Loại nhiệm vụ</Th>
          <Th>Hạn</Th>
          <Th>Căn cứ</Th>
          <Th>Hiệu lực</Th>
          <Th>Sửa</Th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <Tr key={rule.id}>
            <Td label="Loại nhiệm vụ" className="font-medium">
              {ruleMeasure(rule.measure)}
            </Td>
            <Td label="Hạn">{describeDeadline(rule)}</Td>
            <Td label="Căn cứ">
              <div>
                {rule.source}
                <span className="block text-xs text-ink-muted">{rule.note}</span>
              </div>
            </Td>
            <Td label="Hiệu lực">
              <div>
                <span className="block">từ {formatCivilDay(rule.validFrom)}</span>
                {rule.validTo ? (
                  <span className="block">đến trước {formatCivilDay(rule.validTo)}</span>
                ) : null}
              </div>
            </Td>
            <Td label="Sửa">
              <div className="flex flex-wrap gap-2">
                <Dialog
                  trigger="Sửa"
                  triggerLabel={`Sửa quy tắc ${ruleMeasure(rule.measure)}`}
                  size="sm"
                  title="Sửa quy tắc hạn"
                >
                  <DeadlineRuleForm key={rule.version} action={save} rule={rule} today={today} />
                </Dialog>
                <ConfirmAction
                  action={remove}
                  hidden={{ ruleId: rule.id, version: String(rule.version) }}
                  label="Xóa"
                  size="sm"
                  triggerVariant="ghost"
                  question="Xóa quy tắc hạn này?"
                  description="Hạn đã điền theo quy tắc vẫn giữ nguyên."
                />
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
