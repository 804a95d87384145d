import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { FormAction } from "@/lib/form-state";
import { channelLabels } from "@/lib/notifications/choices/labels";
import type { DeliverySummary } from "@/lib/notifications/deliveries/queries";
import { formatSpan, now } from "@/lib/time";

type Channel = DeliverySummary["channels"][number];
type Props = { channels: Channel[]; pause: FormAction; resume: FormAction };

export function ChannelTable({ channels, pause, resume }: Props) {
  return (
    <Table caption="Trạng thái các kênh gửi thông báo">
      <thead>
        <tr>
          <Th>Kênh</Th>
          <Th>Trạng thái</Th>
          <Th numeric>Đang chờ</Th>
          <Th numeric>Đã gửi</Th>
          <Th numeric>Không rõ</Th>
          <Th numeric>Không gửi được</Th>
          <Th>Thao tác</Th>
        </tr>
      </thead>
      <tbody>
        {channels.map((one) => (
          <Tr key={one.channel}>
            <Td label="Kênh" className="font-medium">
              {channelLabels[one.channel]}
            </Td>
            <Td label="Trạng thái">
              <Standing channel={one} />
            </Td>
            <Td label="Đang chờ" numeric>
              {one.waiting}
              {one.oldest ? (
                <span className="block text-xs text-ink-muted">
                  lâu nhất {formatSpan(now().getTime() - one.oldest.getTime())}
                </span>
              ) : null}
            </Td>
            <Td label="Đã gửi" numeric>
              {one.sent}
            </Td>
            <Td label="Không rõ" numeric>
              {one.unconfirmed}
            </Td>
            <Td label="Không gửi được" numeric>
              {one.failed}
            </Td>
            <Td label="Thao tác">
              <Switch channel={one} pause={pause} resume={resume} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Standing({ channel: { ready, detail, pausedAt } }: { channel: Channel }) {
  const tone = pausedAt ? "warning" : ready ? "success" : "neutral";
  return (
    <>
      <Badge tone={tone}>{pausedAt ? "Tạm dừng" : ready ? "Đang bật" : "Chưa bật"}</Badge>
      {detail ? <span className="mt-1 block text-ink-muted break-words">{detail}</span> : null}
    </>
  );
}

function Switch({
  channel: { channel, pausedAt },
  pause,
  resume,
}: Omit<Props, "channels"> & { channel: Channel }) {
  const name = channelLabels[channel];
  if (pausedAt) {
    return (
      <ActionButton action={resume} fields={{ channel }} size="sm">
        Cho gửi lại<span className="sr-only"> {name}</span>
      </ActionButton>
    );
  }
  return (
    <ActionButton
      action={pause}
      fields={{ channel }}
      size="sm"
      confirm={{
        title: `Tạm dừng ${name.toLowerCase()}?`,
        description: "Tin mới chờ lại, quá một ngày thì thôi gửi. Thông báo trong ứng dụng vẫn có.",
        confirmLabel: "Tạm dừng",
      }}
    >
      Tạm dừng<span className="sr-only"> {name}</span>
    </ActionButton>
  );
}
