import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { DirectiveLadder, LadderRow } from "@/lib/directives/ladders/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";
import { RuleTable } from "./rule-table";

type Props = {
  directiveId: string;
  running: DirectiveLadder;
  ladders: LadderRow[];
  /** Null for whoever only reads. */
  choose: FormAction | null;
};

/** Which reminders go out by themselves for this directive. */
export function DirectiveLadderCard({ directiveId, running, ladders, choose }: Props) {
  const { ladder, chosen, choice } = running;
  return (
    <Card
      title={ladder ? `Nhắc tự động: ${ladder.name}` : "Nhắc tự động: đã tắt"}
      description={
        chosen
          ? `${chosen.chosenBy.fullName} chọn lúc ${formatInstant(chosen.chosenAt)}`
          : "Bộ nhắc mặc định"
      }
      aside={
        choose ? (
          <Dialog trigger="Đổi bộ nhắc" size="sm" width="sm" title="Nhắc tự động của văn bản này">
            <ActionForm
              action={choose}
              hidden={{ directiveId }}
              footer={<SubmitButton>Lưu</SubmitButton>}
            >
              <SelectField
                label="Bộ nhắc"
                name="ladder"
                defaultValue={choice}
                hint="Đôn đốc bằng tay và gọi điện không phụ thuộc lựa chọn này."
                options={optionsOf(ladders)}
              />
            </ActionForm>
          </Dialog>
        ) : undefined
      }
      footer={<TextLink href="/admin/ladders">Xem tất cả các bộ nhắc</TextLink>}
      flush
    >
      {ladder ? (
        <RuleTable name={ladder.name} rules={ladder.rules.filter(({ active }) => active)} />
      ) : (
        <EmptyState title="Không nhắc tự động">
          Đơn vị chỉ được nhắc khi cán bộ huyện đôn đốc hoặc gọi điện.
        </EmptyState>
      )}
    </Card>
  );
}

const optionsOf = (ladders: LadderRow[]) => [
  {
    value: "default",
    label: `Theo mặc định (${ladders.find(({ usedByDefault }) => usedByDefault)?.name ?? "chưa có"})`,
  },
  ...ladders.map(({ id, name }) => ({ value: id, label: name })),
  { value: "off", label: "Tắt nhắc tự động" },
];
