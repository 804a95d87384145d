"use server";

import { unstable_rethrow } from "next/navigation";
import { currentOrigin } from "@/lib/auth/caller";
import { refuseHaste } from "@/lib/auth/pace";
import { requireActor } from "@/lib/auth/session";
import { writeWorkbook } from "@/lib/documents/workbook";
import { Refusal } from "@/lib/errors";
import { interrupted, refusedBy } from "@/lib/form-action";
import { INVITATION_LIMIT, invitationLink } from "@/lib/identity/invitations/rules";
import { importPeople, previewPeople } from "@/lib/identity/people/import/commands";
import { linkSheets } from "@/lib/identity/people/import/labels";
import { PEOPLE_FILE_LIMITS, type PeopleImportState } from "@/lib/identity/people/import/schema";
import { formatInstant, now } from "@/lib/time";

/** Not a `formAction`: what comes back is the list of errors, or the people with their links. */
export async function importPeopleAction(
  _before: PeopleImportState,
  form: FormData,
): Promise<PeopleImportState> {
  const actor = await requireActor();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused("Chọn tệp danh sách tài khoản.");
  if (file.size > PEOPLE_FILE_LIMITS.bytes) return refused("Tệp lớn hơn 2 MB.");
  const bytes = await file.bytes();

  const preview = form.get("intent") === "preview";
  try {
    await refuseHaste(actor.userId, "import");
    const outcome = await (preview ? previewPeople(actor, bytes) : importPeople(actor, bytes));
    if (outcome.status === "refused") return { status: "wrong", errors: outcome.errors };
    if (preview) {
      const people = outcome.people.map(({ token: _token, ...person }) => person);
      return { status: "checked", people };
    }
    const origin = await currentOrigin();
    const people = outcome.people.map(({ token, ...person }) => ({
      ...person,
      link: invitationLink(origin, token),
    }));
    const until = formatInstant(new Date(now().getTime() + INVITATION_LIMIT));
    const workbook = await writeWorkbook(linkSheets(people, until));
    // Nothing is refreshed: the page would take the links away before they are kept.
    return { status: "done", people, workbook: workbook.toString("base64") };
  } catch (error) {
    if (error instanceof Refusal) return refusedBy(error);
    unstable_rethrow(error);
    return interrupted(error);
  }
}

const refused = (message: string): PeopleImportState => ({ status: "refused", message });
