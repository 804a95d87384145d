import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { FormAction } from "@/lib/form-state";
import { SelectAll } from "./select-all";

type Props = {
  directiveId: string;
  requestId: string;
  action: FormAction;
  defaultMessage: string;
  /** On this page; the frame of the table shows but the first of them. */
  units: number;
  children: ReactNode;
};

/** The table whose ticked units are reminded, and what they are told. */
export function RemindForm({ directiveId, requestId, action, children, ...rest }: Props) {
  const { defaultMessage, units } = rest;
  return (
    <ActionForm action={action} hidden={{ directiveId, requestId }} label="Đôn đốc đơn vị">
      <SelectAll label={`Chọn tất cả ${units} đơn vị trên trang`} name="unitIds[]" />
      {children}
      <div className="grid gap-3 px-4 pb-4 sm:px-5 print:hidden">
        <TextArea label="Nội dung đôn đốc" name="message" rows={2} defaultValue={defaultMessage} />
        <div>
          <SubmitButton variant="primary">Đôn đốc</SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
