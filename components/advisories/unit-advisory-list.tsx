import { randomUUID } from "node:crypto";
import { ActionButton } from "@/components/ui/action-button";
import { TextLink } from "@/components/ui/text-link";
import { advisoryName } from "@/lib/advisories/labels";
import type { UnitAdvisoryRow } from "@/lib/advisories/queries";
import type { FormAction } from "@/lib/form-state";
import { AdvisoryMarks } from "./advisory-marks";
import { HandlingState } from "./handling-state";

type Props = { rows: UnitAdvisoryRow[]; at: Date; notApplicable: FormAction };

/** What the unit was asked, one after the other; what it does not have is answered from here. */
export function UnitAdvisoryList({ rows, at, notApplicable }: Props) {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-1.5 px-4 py-3 sm:px-5">
          <TextLink href={`/advisories/${row.id}`} className="font-medium pointer-coarse:py-2">
            {advisoryName(row)}
          </TextLink>
          <span className="flex flex-wrap items-center gap-2">
            <AdvisoryMarks rhythm={row.rhythm} exploited={row.exploited > 0} />
            <HandlingState handling={row} at={at} />
          </span>
          {row.reopenReason && !row.closedAt ? (
            <p className="text-sm text-warning-ink">Trở lại: {row.reopenReason}</p>
          ) : null}
          {row.lacks && !row.closedAt ? (
            <ActionButton
              action={notApplicable}
              fields={{
                advisoryId: row.id,
                version: String(row.version),
                requestId: randomUUID(),
              }}
              size="sm"
            >
              Không áp dụng: đơn vị không có sản phẩm này
            </ActionButton>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
