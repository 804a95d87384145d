import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Dialog } from "@/components/ui/dialog";
import { PhoneLink } from "@/components/ui/phone-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import type { MatchRow } from "@/lib/incidents/indicators/queries";
import { signLabels } from "@/lib/incidents/labels";

type Props = {
  incident: IncidentView;
  matches: MatchRow[];
  units: { id: string; shortName: string }[];
  warn: FormAction;
};

/** The same sign at another unit, and a press that tells the others. */
export function CorrelationCard({ incident, matches, units, warn }: Props) {
  const { warnings, may } = incident;
  if (matches.length === 0 && warnings.length === 0 && !may.warn) return null;
  return (
    <Card
      title="Trùng dấu hiệu, cảnh báo"
      aside={may.warn ? <WarnDialog incident={incident} units={units} warn={warn} /> : null}
    >
      <div className="grid gap-4">
        {matches.map((match) => (
          <Alert
            key={`${match.incidentId}${match.indicator}`}
            tone="warning"
            title={`${match.code} của ${match.unitName}`}
          >
            <code className="text-sm [overflow-wrap:anywhere]">{match.indicator}</code>
            <p className="flex flex-wrap items-center gap-x-3 text-sm">
              <span>{match.handlerName ? `${match.handlerName} xử lý` : "Chưa ai tiếp nhận"}</span>
              {match.handlerPhone ? (
                <PhoneLink phone={match.handlerPhone} name={match.handlerName ?? ""} />
              ) : null}
              {match.mayOpen ? (
                <TextLink
                  href={`/incidents/${match.incidentId}`}
                  className="inline-flex min-h-6 items-center pointer-coarse:min-h-11"
                >
                  Mở {match.code}
                </TextLink>
              ) : null}
            </p>
          </Alert>
        ))}
        {matches.length === 0 ? (
          <p className="text-sm text-ink-muted">Chưa thấy dấu hiệu này ở đơn vị khác.</p>
        ) : null}
        {warnings.map((warning) => (
          <details key={warning.id} className="text-sm">
            <summary className="w-fit cursor-pointer font-medium text-accent pointer-coarse:py-2">
              Đã cảnh báo {warning.receipts.length} đơn vị,{" "}
              {warning.receipts.filter(({ acknowledgedAt }) => acknowledgedAt).length} đã xác nhận
            </summary>
            <p className="mt-1">{warning.text}</p>
            <ul className="mt-1 grid gap-0.5 text-ink-muted">
              {warning.receipts.map((receipt) => (
                <li key={receipt.unit.id}>
                  {receipt.unit.shortName}:{" "}
                  {receipt.acknowledgedAt
                    ? `${receipt.acknowledgedBy} đã xác nhận${receipt.answer ? `, ${receipt.answer}` : ""}`
                    : "chưa xác nhận"}
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </Card>
  );
}

function WarnDialog({ incident, units, warn }: Omit<Props, "matches">) {
  return (
    <Dialog
      trigger="Cảnh báo các đơn vị"
      title="Cảnh báo các đơn vị"
      description="Gửi kèm các dấu hiệu đã ghi, ở dạng không bấm được. Mỗi đơn vị phải xác nhận."
      size="sm"
    >
      <ActionForm
        action={warn}
        hidden={{ incidentId: incident.id, requestId: randomUUID() }}
        label="Cảnh báo các đơn vị"
        footer={<SubmitButton variant="danger">Gửi cảnh báo</SubmitButton>}
      >
        <TextArea
          label="Điều phải biết, phải làm"
          name="text"
          rows={4}
          maxLength={2000}
          defaultValue={`${signLabels[incident.sign].label}: đề nghị rà soát các dấu hiệu kèm theo, chặn và báo ngay nếu thấy.`}
        />
        <Checkbox name="everyone" value="true" label="Tất cả các đơn vị trong huyện" />
        <CheckboxGroup
          label="Hoặc chọn từng đơn vị"
          name="unitIds[]"
          columns={2}
          options={units.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      </ActionForm>
    </Dialog>
  );
}
