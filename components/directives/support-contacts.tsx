import { z } from "zod";
import { Card } from "@/components/ui/card";
import { PhoneLink } from "@/components/ui/phone-link";
import type { DirectiveView } from "@/lib/directives/queries";

const contactsSchema = z.array(
  z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
);

/** Whom to call when something is unclear; the directive names them. */
export function SupportContacts({ directive }: { directive: DirectiveView }) {
  const contacts = contactsSchema.catch([]).parse(directive.supportContacts);
  if (contacts.length === 0) return null;
  return (
    <Card title="Đầu mối hỗ trợ">
      <ul className="grid gap-3">
        {contacts.map(({ name, phone }) => (
          <li key={`${name}${phone}`}>
            <p className="font-medium">{name}</p>
            {phone ? <PhoneLink phone={phone} name={name ?? undefined} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
