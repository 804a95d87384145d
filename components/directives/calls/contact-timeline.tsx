import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Bell, Megaphone, PhoneCall } from "@/components/ui/icons";
import { Timeline } from "@/components/ui/timeline";
import { contactTitles, resultLabels } from "@/lib/directives/calls/labels";
import type { Contact } from "@/lib/directives/calls/queries";
import { receiverLabels } from "@/lib/directives/ladders/labels";
import { formatInstant } from "@/lib/time";

const icons = { hand: <Megaphone />, rule: <Bell />, call: <PhoneCall /> };

/** Every reminder and call of one unit about one directive, newest first. */
export function ContactTimeline({ contacts }: { contacts: Contact[] }) {
  return (
    <Card title="Đã nhắc, đã gọi">
      {contacts.length === 0 ? (
        <EmptyState title="Chưa nhắc, chưa gọi lần nào" />
      ) : (
        <Timeline
          items={contacts.map((contact) => ({
            id: contact.id,
            title: titleOf(contact),
            at: formatInstant(contact.at),
            dateTime: contact.at.toISOString(),
            by: contact.by ?? toldTo(contact),
            body: contact.text || undefined,
            tone: contact.result ? resultLabels[contact.result].tone : "neutral",
            icon: icons[contact.kind],
          }))}
        />
      )}
    </Card>
  );
}

const titleOf = ({ kind, result }: Contact) =>
  result
    ? `${contactTitles[kind]}: ${resultLabels[result].text.toLowerCase()}`
    : contactTitles[kind];

const labels: Record<string, string> = receiverLabels;

const toldTo = ({ told }: Contact) =>
  told.map((receiver) => (labels[receiver] ?? receiver).toLowerCase()).join(", ");
