import { ShownOnceForm } from "@/components/identity/shown-once-form";
import { ActionButton } from "@/components/ui/action-button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

type Feed = { id: string; personId: string | null; createdAt: Date };
type Props = {
  feeds: Feed[];
  mayPerson: boolean;
  mayUnit: boolean;
  create: FormAction;
  revoke: FormAction;
};

const shown = {
  title: "Địa chỉ lịch đã tạo, chỉ hiện một lần.",
  advice:
    "Dán vào mục “Thêm lịch theo địa chỉ” của Google Lịch, Lịch trên iPhone hoặc Outlook. Ai có địa chỉ này đều xem được lịch: đừng gửi cho người khác.",
  doneHref: "/duty/people",
};

/** Addresses under which a phone's own calendar shows the shifts. */
export function FeedCard({ feeds, mayPerson, mayUnit, create, revoke }: Props) {
  if (!mayPerson && !mayUnit) return null;
  return (
    <Card
      title="Xem ca trực trong lịch điện thoại"
      description="Tạo địa chỉ mới thì địa chỉ cũ cùng loại ngừng dùng được."
    >
      <div className="grid gap-5">
        {feeds.map(({ id, personId, createdAt }) => (
          <div key={id} className="flex flex-wrap items-center justify-between gap-3">
            <p>
              {personId ? "Lịch của tôi" : "Lịch của đơn vị"}
              <span className="block text-sm text-ink-muted">
                Tạo lúc {formatInstant(createdAt)}
              </span>
            </p>
            <ActionButton action={revoke} fields={{ feedId: id }} size="sm" variant="ghost">
              Thu hồi địa chỉ
            </ActionButton>
          </div>
        ))}
        {mayPerson ? (
          <ShownOnceForm
            action={create}
            hidden={{ scope: "person" }}
            submit="Tạo địa chỉ lịch của tôi"
            variant="secondary"
            shown={shown}
          />
        ) : null}
        {mayUnit ? (
          <ShownOnceForm
            action={create}
            hidden={{ scope: "unit" }}
            submit="Tạo địa chỉ lịch của đơn vị"
            variant="secondary"
            shown={shown}
          />
        ) : null}
      </div>
    </Card>
  );
}
