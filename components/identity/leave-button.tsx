import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** The way out of a step of signing in. */
export function LeaveButton({
  action,
  children,
}: {
  action: () => Promise<void>;
  children: ReactNode;
}) {
  return (
    <form action={action} className="mt-4 grid">
      <Button type="submit" variant="ghost">
        {children}
      </Button>
    </form>
  );
}
