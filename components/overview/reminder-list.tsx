import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { PhoneLink } from "@/components/ui/phone-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { documentNumber, subjectTitle } from "@/lib/directives/labels";
import type { ReminderRow } from "@/lib/directives/reminders/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

/** The district's nudges, above everything else until they are put away. */
export function ReminderList({
  reminders,
  dismiss,
}: {
  reminders: ReminderRow[];
  dismiss: FormAction;
}) {
  if (reminders.length === 0) return null;
  return (
    <section aria-label="Đôn đốc của huyện" className="grid gap-3">
      {reminders.map((reminder) => (
        <Alert
          key={reminder.id}
          tone="warning"
          title={`Huyện đôn đốc · ${formatInstant(reminder.sentAt)}`}
        >
          <p>{reminder.message}</p>
          <p className="mt-1">
            <TextLink href={`/directives/${reminder.directive.id}`} className="text-current">
              {documentNumber(reminder.directive)}: {subjectTitle(reminder.directive.subject)}
            </TextLink>
          </p>
          <div className="mt-2 flex flex-wrap items-center gap-4">
            <ActionForm action={dismiss} hidden={{ reminderId: reminder.id }}>
              <SubmitButton variant="secondary" size="sm">
                Đã xem
              </SubmitButton>
            </ActionForm>
            {reminder.sentBy.phone ? (
              <PhoneLink phone={reminder.sentBy.phone} name={reminder.sentBy.fullName} />
            ) : null}
          </div>
        </Alert>
      ))}
    </section>
  );
}
