import { SelectField } from "@/components/ui/select-field";
import type { Candidates, IncidentView } from "@/lib/incidents/detail/queries";
import { PersonField } from "./person-field";

export function AssignFields({
  incident,
  candidates,
}: {
  incident: IncidentView;
  candidates: Candidates;
}) {
  return (
    <>
      <SelectField
        label="Đơn vị xử lý"
        name="handlerUnitId"
        placeholder="Chọn đơn vị"
        defaultValue={incident.handlerUnitId ?? ""}
        options={candidates.units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <PersonField
        label="Người phụ trách"
        name="ownerId"
        candidates={candidates}
        defaultValue={incident.ownerId ?? ""}
      />
      <PersonField
        label="Người trực tiếp xử lý"
        name="handlerId"
        candidates={candidates}
        defaultValue={incident.handlerId ?? ""}
      />
    </>
  );
}
