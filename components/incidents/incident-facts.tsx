import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PhoneLink } from "@/components/ui/phone-link";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import {
  classLabels,
  durationWords,
  kindLabels,
  partLabels,
  tlpLabels,
} from "@/lib/incidents/labels";
import { caseCode } from "@/lib/incidents/rules";
import { formatInstant } from "@/lib/time";

/** Who, what, since when, and how long each step took. */
export function IncidentFacts({ incident }: { incident: IncidentView }) {
  const { durations, unit, handlerUnit, owner, handler, tlp, parties, mergedInto, merged } =
    incident;
  return (
    <Card title="Thông tin">
      <DefinitionList
        items={[
          ["Nơi xảy ra", incident.place],
          ["Phát hiện", formatInstant(incident.detectedAt)],
          ["Báo cáo", `${formatInstant(incident.reportedAt)}, ${incident.reportedBy}`],
          ["Loại", kindLabels[incident.kind]],
          ["Theo quy định", classLabels[incident.statutoryClass]],
          ["Chia sẻ", `${tlpLabels[tlp].text}: ${tlpLabels[tlp].meaning}`],
          [
            "Liên hệ đơn vị",
            incident.contactPhone || unit.phone ? (
              <PhoneLink
                key="phone"
                phone={incident.contactPhone || (unit.phone ?? "")}
                name={unit.name}
              />
            ) : null,
          ],
          ...(incident.informantName || incident.informantPhone
            ? [
                [
                  "Người báo tin",
                  `${incident.informantName} ${incident.informantPhone}`.trim(),
                ] as [string, string],
              ]
            : []),
          ["Đơn vị xử lý", handlerUnit?.name],
          ["Phụ trách", owner?.fullName],
          ["Trực tiếp xử lý", handler?.fullName],
          ["Tiếp nhận sau", durationWords(durations.toAcknowledge)],
          ["Ngăn chặn sau", durationWords(durations.toContain)],
          ["Kết thúc sau", durationWords(durations.toClose)],
          ...(mergedInto
            ? [
                [
                  "Gộp vào",
                  <TextLink
                    key="into"
                    href={`/incidents/${mergedInto.id}`}
                    className="inline-flex min-h-6 items-center pointer-coarse:min-h-11"
                  >
                    {caseCode(mergedInto)}
                  </TextLink>,
                ] as [string, React.ReactNode],
              ]
            : []),
          ...(merged.length > 0
            ? [
                [
                  "Gộp từ",
                  merged.map((one) => `${caseCode(one)} (${one.unit.shortName})`).join(", "),
                ] as [string, string],
              ]
            : []),
          [
            "Ai xem được",
            `UBND huyện; ${parties
              .map((party) => `${party.unit.shortName} (${partLabels[party.part].toLowerCase()})`)
              .join("; ")}`,
          ],
        ]}
      />
    </Card>
  );
}
