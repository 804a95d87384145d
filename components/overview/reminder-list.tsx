import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { PhoneLink } from "@/components/ui/phone-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { documentNumber, subjectTitle } from "@/lib/directives/labels";
import type { ReminderRow } from "@/lib/directives/reminders/queries";
import type { FormAction } from "@/lib/form-state";
import { formatInstant } from "@/lib/time";

type Props = { reminders: ReminderRow[]; dismiss: FormAction };

/** The district's nudges: the newest above everything else, those before it behind one press. */
export function ReminderList({ reminders, dismiss }: Props) {
  const [newest, ...older] = reminders;
  if (!newest) return null;
  return (
    <section aria-label="Đôn đốc của huyện" className="grid gap-3">
      <ReminderItem reminder={newest} dismiss={dismiss} />
      {older.length > 0 ? (
        <details>
          <summary className="w-fit cursor-pointer text-sm font-medium text-accent pointer-coarse:py-2">
            {older.length} lần đôn đốc trước
          </summary>
          <div className="mt-3 grid gap-3">
            {older.map((reminder) => (
              <ReminderItem key={reminder.id} reminder={reminder} dismiss={dismiss} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
}

function ReminderItem({ reminder, dismiss }: { reminder: ReminderRow; dismiss: FormAction }) {
  return (
    <Alert tone="warning" title={`Huyện đôn đốc · ${formatInstant(reminder.sentAt)}`}>
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
  );
}
