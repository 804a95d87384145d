import { Badge } from "@/components/ui/badge";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { confidenceLabels } from "@/lib/campaigns/holidays/labels";
import type { HolidayRow } from "@/lib/campaigns/holidays/queries";
import { civilRange, lunarRange } from "@/lib/campaigns/labels";
import type { FormAction } from "@/lib/form-state";
import { HolidayForm } from "./holiday-form";

type Props = { holidays: HolidayRow[]; save: FormAction; remove: FormAction };

export function HolidayTable({ holidays, save, remove }: Props) {
  return (
    <Table caption="Ngày nghỉ lễ">
      <thead>
        <tr>
          <Th>Ngày nghỉ</Th>
          <Th>Thời gian</Th>
          <Th>Nguồn</Th>
          <Th>Sửa</Th>
        </tr>
      </thead>
      <tbody>
        {holidays.map((holiday) => (
          <Tr key={holiday.id}>
            <Td label="Ngày nghỉ" className="font-medium">
              {holiday.name}
            </Td>
            <Td label="Thời gian">
              <div>
                <span className="tabular-nums">{civilRange(holiday.firstOn, holiday.lastOn)}</span>
                <span className="block text-xs text-ink-muted">
                  {lunarRange(holiday.firstOn, holiday.lastOn)}
                </span>
              </div>
            </Td>
            <Td label="Nguồn">
              <div>
                <Badge tone={confidenceLabels[holiday.confidence].tone}>
                  {confidenceLabels[holiday.confidence].text}
                </Badge>
                <span className="mt-1 block text-sm text-ink-muted">{holiday.source}</span>
              </div>
            </Td>
            <Td label="Sửa">
              <div className="flex flex-wrap gap-2">
                <Dialog
                  trigger="Sửa"
                  triggerLabel={`Sửa ${holiday.name}`}
                  size="sm"
                  title={holiday.name}
                >
                  <HolidayForm key={holiday.version} action={save} holiday={holiday} />
                </Dialog>
                <ConfirmAction
                  action={remove}
                  hidden={{ holidayId: holiday.id, version: String(holiday.version) }}
                  label="Xóa"
                  size="sm"
                  triggerVariant="ghost"
                  question={`Xóa “${holiday.name}”?`}
                />
              </div>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
