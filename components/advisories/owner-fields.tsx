import { TextField } from "@/components/ui/text-field";

type Props = { handling: { ownerName: string; ownerPhone: string }; required?: true };

/** Whom to ring about it during the holiday. */
export function OwnerFields({ handling, required }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label="Người chịu trách nhiệm"
        name="ownerName"
        optional={!required}
        maxLength={100}
        autoComplete="off"
        defaultValue={handling.ownerName}
      />
      <TextField
        label="Điện thoại"
        name="ownerPhone"
        type="tel"
        optional={!required}
        maxLength={20}
        autoComplete="off"
        defaultValue={handling.ownerPhone}
      />
    </div>
  );
}
