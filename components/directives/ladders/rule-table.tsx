import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { receiverWords, ruleWhen } from "@/lib/directives/ladders/labels";
import type { RuleRow } from "@/lib/directives/ladders/queries";

type Props = { name: string; rules: RuleRow[]; edit?: (rule: RuleRow) => ReactNode };

/** A ladder from its first step to its last: when, whom, in which words. */
export function RuleTable({ name, rules, edit }: Props) {
  return (
    <Table caption={`Các bậc của bộ nhắc ${name}`}>
      <thead>
        <tr>
          <Th>Khi nào</Th>
          <Th>Báo cho</Th>
          <Th>Câu nhắc</Th>
          {edit ? <Th>Sửa</Th> : null}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <Tr key={rule.id}>
            <Td label="Khi nào" className="font-medium">
              {ruleWhen(rule)}
              {rule.active ? null : <Badge className="ml-2">Đã tắt</Badge>}
            </Td>
            <Td label="Báo cho">{receiverWords(rule.tell)}</Td>
            <Td label="Câu nhắc">{rule.text}</Td>
            {edit ? <Td label="Sửa">{edit(rule)}</Td> : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
