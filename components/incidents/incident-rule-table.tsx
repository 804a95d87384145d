import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { FormAction } from "@/lib/form-state";
import { confidenceLabels, dutyLabel, ruleSpanWords } from "@/lib/incidents/deadlines/labels";
import type { IncidentRuleRow } from "@/lib/incidents/deadlines/queries";
import { classLabels, kindLabels } from "@/lib/incidents/labels";
import { formatDay } from "@/lib/time";
import { RuleForm } from "./rule-form";

type Props = { rules: IncidentRuleRow[]; save: FormAction | null; remove: FormAction };

export function IncidentRuleTable({ rules, save, remove }: Props) {
  return (
    <Table caption="Quy tắc hạn báo cáo sự cố">
      <thead>
        <tr>
          <Th>Phải làm</Th>
          <Th>Hạn</Th>
          <Th>Hiệu lực</Th>
          <Th>Căn cứ</Th>
          {save ? <Th>Sửa</Th> : null}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => {
          const name = `${dutyLabel(rule.duty)}, ${ruleSpanWords(rule)}`;
          const sure = confidenceLabels[rule.confidence];
          return (
            <Tr key={rule.id}>
              <Th scope="row">
                {dutyLabel(rule.duty)}
                <p className="text-sm font-normal text-ink-muted">
                  {[
                    rule.statutoryClass ? classLabels[rule.statutoryClass] : null,
                    rule.kind ? kindLabels[rule.kind] : null,
                    `gửi ${rule.recipients.join("; ")}`,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </Th>
              <Td label="Hạn">{ruleSpanWords(rule)}</Td>
              <Td label="Hiệu lực">
                từ {dayWords(rule.validFrom)}
                {rule.validTo ? ` đến trước ${dayWords(rule.validTo)}` : ""}
              </Td>
              <Td label="Căn cứ">
                <span className="grid gap-1">
                  {rule.source}
                  {sure ? <Badge tone={sure.tone}>{sure.text}</Badge> : null}
                  {rule.note ? <span className="text-ink-muted">{rule.note}</span> : null}
                </span>
              </Td>
              {save ? (
                <Td label="Sửa">
                  <span className="flex flex-wrap gap-2">
                    <Dialog
                      trigger="Sửa"
                      triggerLabel={`Sửa: ${name}`}
                      title="Sửa quy tắc hạn"
                      size="sm"
                    >
                      <RuleForm key={rule.version} rule={rule} action={save} />
                    </Dialog>
                    <ActionButton
                      action={remove}
                      fields={{ ruleId: rule.id, version: String(rule.version) }}
                      variant="ghost"
                      size="sm"
                      confirm={{
                        title: "Xóa quy tắc hạn?",
                        description: `${name}. Sự cố đã báo giữ hạn của nó.`,
                        confirmLabel: "Xóa quy tắc",
                      }}
                    >
                      Xóa
                      <span className="sr-only">: {name}</span>
                    </ActionButton>
                  </span>
                </Td>
              ) : null}
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

const dayWords = (day: string) => formatDay(new Date(day));
