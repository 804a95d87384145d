import { Card } from "@/components/ui/card";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DirectiveObligation } from "@/lib/compliance/directives/queries";
import { pictureAddress } from "./picture-address";
import { SpreadBar } from "./spread-bar";

type Props = { obligations: DirectiveObligation[]; campaignId: string };

/** Each obligation of a directive with what its units came to; each figure leads to the units. */
export function DirectiveMatrixCard({ obligations, campaignId }: Props) {
  return (
    <Card
      title="Mức thực hiện từng nghĩa vụ"
      description="Đo từ việc các đơn vị đang làm trong đợt, không phải khai."
      flush
    >
      <Table caption="Mức thực hiện từng nghĩa vụ">
        <thead>
          <tr>
            <Th>Nghĩa vụ</Th>
            <Th className="w-60">Đo bằng</Th>
            <Th className="w-[26rem]">Đơn vị</Th>
          </tr>
        </thead>
        <tbody>
          {obligations.map(({ id, text, measure, label, byHand, spread, kindCode }) => (
            <Tr key={`${id} ${measure}`}>
              <Th scope="row" className="font-normal">
                <span className="line-clamp-2">{text}</span>
              </Th>
              <Td label="Đo bằng">
                <span>
                  <TextLink
                    href={pictureAddress(
                      `/command/obligations/${measure}`,
                      { dot: campaignId },
                      { kind: kindCode ?? undefined },
                    )}
                  >
                    {label}
                  </TextLink>
                  {byHand ? (
                    <span className="block text-xs text-ink-muted">Đơn vị tự báo cáo</span>
                  ) : null}
                </span>
              </Td>
              <Td label="Đơn vị">
                <div className="w-full">
                  <SpreadBar spread={spread} legend />
                </div>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
