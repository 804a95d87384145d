import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { FileChip } from "@/components/ui/file-chip";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { formatSize } from "@/lib/files/rules";
import type { FormAction } from "@/lib/form-state";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { custodyLabel } from "@/lib/incidents/evidence/labels";
import { formatInstant } from "@/lib/time";

type Props = { incident: IncidentView; add: FormAction; handOver: FormAction };

/** Each piece with its hash and through whose hands it went. */
export function IncidentEvidence({ incident, add, handOver }: Props) {
  const { evidence, may, id } = incident;
  return (
    <Card
      title="Minh chứng"
      aside={
        may.add ? (
          <Dialog trigger="Thêm" triggerLabel="Thêm minh chứng" title="Thêm minh chứng" size="sm">
            <ActionForm
              action={add}
              hidden={{ incidentId: id, requestId: randomUUID() }}
              label="Thêm minh chứng"
              footer={<SubmitButton pendingLabel="Đang gửi">Lưu minh chứng</SubmitButton>}
            >
              <FileField
                label="Ảnh, tệp"
                name="files[]"
                multiple
                hint="Mọi loại tệp, mỗi lần tối đa 20 MB. Tệp chỉ tải về được, không mở trên trang."
              />
              <TextField label="Ghi chú" name="note" optional maxLength={300} />
            </ActionForm>
          </Dialog>
        ) : null
      }
      flush={evidence.length > 0}
    >
      {evidence.length === 0 ? (
        <p className="text-sm text-ink-muted">Chưa có ảnh hay tệp nào.</p>
      ) : (
        <ul>
          {evidence.map((piece) => (
            <li
              key={piece.id}
              className="grid gap-1.5 border-b border-line px-4 py-3 last:border-0 sm:px-5"
            >
              <FileChip
                href={`/api/incidents/evidence/${piece.id}`}
                name={piece.file.name}
                size={formatSize(piece.file.size)}
              />
              <p className="font-mono text-xs [overflow-wrap:anywhere] text-ink-muted">
                SHA-256 {piece.file.sha256}
              </p>
              <details>
                <summary className="w-fit cursor-pointer text-sm font-medium text-accent pointer-coarse:py-2">
                  {piece.custody.length} lần qua tay
                </summary>
                <ol className="mt-1 grid gap-1 text-sm text-ink-muted">
                  {piece.custody.map((row) => (
                    <li key={row.id}>
                      {formatInstant(row.at)} · {custodyLabel(row.act)}: {row.byName},{" "}
                      {row.unitName}
                      {row.receiver ? ` → ${row.receiver}` : ""}
                      {row.note ? `. ${row.note}` : ""}
                    </li>
                  ))}
                </ol>
              </details>
              {may.handle ? (
                <div>
                  <Dialog
                    trigger="Bàn giao"
                    triggerLabel={`Bàn giao ${piece.file.name}`}
                    title="Bàn giao minh chứng"
                    description={piece.file.name}
                    size="sm"
                    width="sm"
                    variant="ghost"
                  >
                    <ActionForm
                      action={handOver}
                      hidden={{ incidentId: id, evidenceId: piece.id }}
                      footer={<SubmitButton>Ghi bàn giao</SubmitButton>}
                    >
                      <TextField label="Người nhận, đơn vị" name="receiver" maxLength={200} />
                      <TextField label="Ghi chú" name="note" optional maxLength={300} />
                    </ActionForm>
                  </Dialog>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
