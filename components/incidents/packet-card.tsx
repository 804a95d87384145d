import { ActionForm } from "@/components/ui/action-form";
import { buttonStyle } from "@/components/ui/button-style";
import { Card } from "@/components/ui/card";
import { DateTimeField } from "@/components/ui/date-time-field";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView } from "@/lib/incidents/detail/queries";

type Props = {
  incident: IncidentView;
  requestId: string;
  mayTake: boolean;
  mayRecord: boolean;
  record: FormAction;
};

/** Everything that the police takes over, and who signed for it. */
export function PacketCard({ incident, requestId, mayTake, mayRecord, record }: Props) {
  const { id, evidence } = incident;
  if (!mayTake || evidence.length === 0) return null;
  const received = evidence.flatMap(({ custody }) =>
    custody.filter(({ act }) => act === "handed_over"),
  );
  return (
    <Card
      title="Bàn giao hồ sơ cho công an"
      description={`Tệp .zip gồm ${evidence.length} minh chứng, danh mục có SHA-256 và biên bản giao nhận để ký. Mỗi lần tải đều được ghi lại.`}
    >
      <div className="flex flex-wrap gap-2">
        {/* A plain link: the packet is made while it is sent, and asked for once. */}
        <a href={`/api/incidents/${id}/packet`} download className={buttonStyle({})}>
          Tải hồ sơ bàn giao
        </a>
        {mayRecord ? (
          <Dialog
            trigger="Ghi ký nhận"
            title="Ghi ký nhận hồ sơ"
            description={`${evidence.length} minh chứng trong danh mục.`}
            size="md"
            width="sm"
          >
            <ActionForm
              action={record}
              hidden={{ incidentId: id, requestId }}
              label="Ghi ký nhận hồ sơ"
              footer={<SubmitButton>Lưu ký nhận</SubmitButton>}
            >
              {evidence.map((piece) => (
                <input key={piece.id} type="hidden" name="evidenceIds[]" value={piece.id} />
              ))}
              <TextField
                label="Người nhận, chức vụ, đơn vị"
                name="receiver"
                maxLength={200}
                hint="Như trên biên bản đã ký."
              />
              <DateTimeField label="Ký nhận lúc" name="receivedAt" defaultValue={incident.at} />
              <TextField label="Ghi chú" name="note" optional maxLength={300} />
            </ActionForm>
          </Dialog>
        ) : null}
      </div>
      {received.length > 0 ? (
        <p className="mt-3 text-sm text-ink-muted">
          Đã ký nhận: {[...new Set(received.map(({ receiver }) => receiver))].join("; ")}.
        </p>
      ) : null}
    </Card>
  );
}
