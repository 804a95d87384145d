import Form from "next/form";
import type { ReactNode } from "react";
import { Button } from "./button";
import { ButtonLink } from "./button-link";

type Props = {
  /** The list's own address; what is chosen becomes its query. */
  action: string;
  /** Fields: SearchField, SelectField with `hideLabel`, … */
  children: ReactNode;
  submitLabel?: string;
  /** Given while something is filtered: the way back to everything. */
  clearHref?: string;
  label?: string;
};

export function FilterBar({ action, children, submitLabel = "Lọc", clearHref, label }: Props) {
  return (
    <search aria-label={label ?? "Lọc danh sách"} className="print:hidden">
      <Form
        action={action}
        className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:items-center [&>*]:min-w-0 sm:[&>div:not([data-buttons])]:w-52 [&>:has([type=search])]:col-span-2"
      >
        {children}
        <div data-buttons className="col-span-2 flex gap-2">
          <Button type="submit" className="max-sm:flex-1">
            {submitLabel}
          </Button>
          {clearHref ? (
            <ButtonLink href={clearHref} variant="ghost">
              Bỏ lọc
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </search>
  );
}
