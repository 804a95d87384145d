import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import type { summariseDutyNow } from "@/lib/duty/coverage/now/queries";

type Props = { summary: Awaited<ReturnType<typeof summariseDutyNow>> };

/** On the district's home: the holes in the watch at this minute. Silent while nobody must watch. */
export function WatchAlarm({ summary: { units, nobody, untaken } }: Props) {
  if (units === 0) return null;
  if (nobody + untaken === 0) {
    return <Alert tone="success" title={`Cả ${units} đơn vị đang có người trực, đã nhận ca`} />;
  }
  return (
    <Alert
      tone={nobody > 0 ? "danger" : "warning"}
      title="Trực lúc này còn thiếu"
      actions={
        <>
          {nobody > 0 ? (
            <ButtonLink href="/duty/now?only=nobody" size="sm">
              {`Không có người trực: ${nobody}`}
            </ButtonLink>
          ) : null}
          {untaken > 0 ? (
            <ButtonLink href="/duty/now?only=untaken" size="sm">
              {`Chưa nhận ca: ${untaken}`}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {`${units - nobody - untaken} trong ${units} đơn vị đã nhận ca.`}
    </Alert>
  );
}
