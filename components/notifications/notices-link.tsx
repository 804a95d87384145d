import { buttonStyle } from "@/components/ui/button-style";
import { Bell } from "@/components/ui/icons";
import { NOTICES_ID } from "./notice-list";

/** Where notices stand far below the work, one press leads there. */
export function NoticesLink({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <a href={`#${NOTICES_ID}`} className={`xl:hidden ${buttonStyle({ size: "sm" })}`}>
      <Bell aria-hidden />
      {count} thông báo
    </a>
  );
}
