import { RadioCards } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/select-field";
import type { IncidentView } from "@/lib/incidents/detail/queries";
import { classLabels, kindLabels, severityLabels, tlpLabels } from "@/lib/incidents/labels";
import { incidentKinds, severities, statutoryClasses, tlps } from "@/lib/incidents/schema";

export function ClassifyFields({ incident }: { incident: IncidentView }) {
  return (
    <>
      <SelectField
        label="Loại sự cố (theo Mẫu 05)"
        name="kind"
        defaultValue={incident.kind}
        options={incidentKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
      />
      <RadioCards
        label="Mức độ theo thang của huyện"
        name="severity"
        columns={2}
        defaultValue={incident.severity}
        options={severities.map((severity) => ({
          value: severity,
          label: severityLabels[severity].text,
        }))}
      />
      <RadioCards
        label="Phân loại theo quy định"
        name="statutoryClass"
        columns={2}
        defaultValue={incident.statutoryClass}
        hint="QĐ 05/2017 Điều 9: nghiêm trọng khi hệ thống cấp độ 4, 5 bị ảnh hưởng và chủ quản không tự xử lý được. Thang của huyện ở trên là nội bộ."
        options={statutoryClasses.map((one) => ({ value: one, label: classLabels[one] }))}
      />
      <SelectField
        label="Phạm vi chia sẻ (TLP)"
        name="tlp"
        defaultValue={incident.tlp}
        options={tlps.map((tlp) => ({
          value: tlp,
          label: `${tlpLabels[tlp].text}: ${tlpLabels[tlp].meaning}`,
        }))}
      />
    </>
  );
}
