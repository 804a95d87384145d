import { AssignPersonForm } from "@/components/directives/assign-person-form";
import { AssignmentUnitCard } from "@/components/directives/assignment-unit-card";
import { ContactTimeline } from "@/components/directives/calls/contact-timeline";
import { PartnerCard } from "@/components/directives/partner-card";
import { Card } from "@/components/ui/card";
import type { Actor } from "@/lib/auth/actor";
import { canAssignPerson } from "@/lib/directives/assignments/policy";
import { type AssignmentView, listColleagues } from "@/lib/directives/assignments/queries";
import { canSeeCalls } from "@/lib/directives/calls/policy";
import { listContacts } from "@/lib/directives/calls/queries";
import { listPartners } from "@/lib/directives/partners/queries";
import { assignPersonAction } from "./actions";

type Props = { actor: Actor; assignment: AssignmentView };

/** What is asked, who has it, who works beside them, and what was said to them. */
export async function AssignmentAside({ actor, assignment }: Props) {
  const { directive, obligation, unitId } = assignment;
  const [partners, contacts, people] = await Promise.all([
    listPartners(actor, assignment.id),
    canSeeCalls(actor, directive) ? listContacts(actor, directive.id, unitId) : null,
    canAssignPerson(actor, assignment) ? listColleagues(actor) : null,
  ]);
  return (
    <aside className="grid gap-6" aria-label="Thông tin nhiệm vụ">
      <Card title="Nội dung nhiệm vụ">
        <p className="text-sm text-ink-muted">{obligation.section.heading}</p>
        <p className="mt-2 leading-relaxed whitespace-pre-line">{obligation.text}</p>
      </Card>
      <AssignmentUnitCard assignment={assignment} />
      <PartnerCard role={assignment.role} partners={partners} />
      {contacts ? <ContactTimeline contacts={contacts} /> : null}
      {people ? (
        <AssignPersonForm
          assignmentId={assignment.id}
          assigneeId={assignment.assignee?.id ?? ""}
          people={people}
          action={assignPersonAction}
        />
      ) : null}
    </aside>
  );
}
