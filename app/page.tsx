import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/session";

/** Sends everyone to the page that says what they must do now. */
export default async function EntryPage() {
  const actor = await requireActor();
  redirect(`/${actor.home}`);
}
