import { randomUUID } from "node:crypto";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { WatchShift } from "@/lib/duty/shifts/queries";
import { opensAt } from "@/lib/duty/shifts/rules";
import type { FormAction } from "@/lib/form-state";
import { DeviceClock } from "./device-clock";
import { FromTime } from "./from-time";
import { LogForm } from "./log-form";
import { KeptGate } from "./offline/kept-gate";
import { WatchForm } from "./offline/watch-form";
import { spanWords } from "./span-text";

export type WatchActions = Record<"checkIn" | "writeLog" | "handOver", FormAction>;
type Props = { shift: WatchShift; actions: WatchActions };

/** What can be done on a shift now. A check-in that the device keeps opens the log before it is sent. */
export function WatchButtons({ shift, actions }: Props) {
  const { id, may, mine, state } = shift;
  const parts = { shift, actions };
  const comes = mine && may.swap && state === "coming";
  return (
    <>
      {may.checkIn || comes ? (
        <KeptGate shiftId={id} type="check_in" show="unless-kept">
          {may.checkIn ? (
            <CheckInButton {...parts} />
          ) : (
            <FromTime at={opensAt(shift)}>
              <CheckInButton {...parts} />
            </FromTime>
          )}
        </KeptGate>
      ) : null}
      {may.log ? <LogButtons {...parts} /> : null}
      {may.midCheck ? <MidCheckButton {...parts} /> : null}
      {may.handOver ? <HandOverButton {...parts} /> : null}
      {may.checkIn || comes ? (
        <KeptGate shiftId={id} type="check_in" show="while-kept">
          <LogButtons {...parts} />
          <HandOverButton {...parts} />
        </KeptGate>
      ) : null}
    </>
  );
}

const hidden = ({ id }: WatchShift) => ({ requestId: randomUUID(), shiftId: id });

function CheckInButton({ shift, actions }: Props) {
  return (
    <WatchForm
      type="check_in"
      action={actions.checkIn}
      hidden={{ ...hidden(shift), kind: "start" }}
      className="gap-2"
    >
      <DeviceClock />
      <SubmitButton size="lg">{shift.mine ? "Nhận ca" : "Nhận ca thay"}</SubmitButton>
    </WatchForm>
  );
}

function LogButtons({ shift, actions }: Props) {
  return (
    <>
      <Dialog
        trigger="Ghi sổ trực"
        title="Ghi sổ trực"
        description={spanWords(shift)}
        variant="primary"
      >
        <LogForm hidden={hidden(shift)} action={actions.writeLog} />
      </Dialog>
      <WatchForm
        type="log"
        action={actions.writeLog}
        hidden={{ ...hidden(shift), kind: "nil", text: "" }}
        className="gap-2"
      >
        <DeviceClock />
        <SubmitButton variant="secondary">Không phát sinh</SubmitButton>
      </WatchForm>
    </>
  );
}

function MidCheckButton({ shift, actions }: Props) {
  return (
    <WatchForm
      type="check_in"
      action={actions.checkIn}
      hidden={{ ...hidden(shift), kind: "mid" }}
      className="gap-2"
    >
      <DeviceClock />
      <SubmitButton variant="secondary">Điểm danh giữa ca</SubmitButton>
    </WatchForm>
  );
}

function HandOverButton({ shift, actions }: Props) {
  return (
    <KeptGate shiftId={shift.id} type="hand_over" show="unless-kept">
      <Dialog trigger="Bàn giao ca" title="Bàn giao ca" description={spanWords(shift)}>
        <WatchForm
          type="hand_over"
          action={actions.handOver}
          hidden={hidden(shift)}
          label="Bàn giao ca"
          footer={<SubmitButton>Giao ca</SubmitButton>}
        >
          <DeviceClock />
          <TextArea
            label="Việc còn tồn, ca sau cần làm"
            name="points"
            optional
            hint="Để trống nếu không còn việc nào."
            rows={5}
            maxLength={4000}
          />
        </WatchForm>
      </Dialog>
    </KeptGate>
  );
}
