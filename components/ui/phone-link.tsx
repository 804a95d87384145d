import { Phone } from "./icons";

/** In fours and threes, as numbers are read out here: `0912 345 678`, `0205 3825 123`. */
export function groupPhone(phone: string) {
  const digits = phone.replace(/[^\d+]/g, "");
  if (/^\d{10}$/.test(digits)) return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1 $2 $3");
  if (/^\d{11}$/.test(digits)) return digits.replace(/^(\d{4})(\d{4})(\d{3})$/, "$1 $2 $3");
  return digits;
}

export function PhoneLink({ phone, name }: { phone: string; name?: string }) {
  return (
    <a
      href={`tel:${phone.replace(/[^\d+]/g, "")}`}
      aria-label={name ? `Gọi ${name}, số ${groupPhone(phone)}` : undefined}
      className="inline-flex min-h-6 items-center gap-1.5 font-medium whitespace-nowrap text-accent tabular-nums hover:underline pointer-coarse:min-h-11"
    >
      <Phone aria-hidden className="size-3.5" />
      {groupPhone(phone)}
    </a>
  );
}
