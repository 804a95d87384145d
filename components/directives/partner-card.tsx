import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PhoneLink } from "@/components/ui/phone-link";
import { assignmentLabels } from "@/lib/directives/assignments/labels";
import type { Partner } from "@/lib/directives/partners/queries";

type Props = { role: "lead" | "cooperating"; partners: Partner[] };

/** Who works on the same obligation in the other role, and whom to call there. */
export function PartnerCard({ role, partners }: Props) {
  if (partners.length === 0) return null;
  return (
    <Card title={role === "lead" ? "Đơn vị phối hợp" : "Đơn vị chủ trì"}>
      <ul className="grid gap-3 text-sm">
        {partners.map((partner) => (
          <li key={partner.id} className="grid gap-1">
            <span className="font-medium">{partner.name}</span>
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={assignmentLabels[partner.state].tone}>
                {assignmentLabels[partner.state].text}
              </Badge>
              {partner.contactName}
              {partner.phone ? <PhoneLink phone={partner.phone} name={partner.name} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
