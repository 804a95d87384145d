"use client";

import {
  type FormEvent,
  startTransition,
  useActionState,
  useReducer,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import type { CampaignChoice as Choice } from "@/lib/campaigns/queries";
import { reviseDraft } from "@/lib/directives/drafts/rules";
import type { Draft } from "@/lib/directives/drafts/schema";
import { missingForSignature, worthChecking } from "@/lib/directives/rules";
import type { UnmatchedRecipients } from "@/lib/directives/suggestion/schema";
import { type FormAction, type FormState, idle } from "@/lib/form-state";
import { CampaignChoice } from "./campaign-choice";
import { DeadlineForAll } from "./deadline-for-all";
import { DraftFooter } from "./draft-footer";
import { DraftParticulars } from "./draft-particulars";
import { DraftSectionEditor } from "./draft-section-editor";
import type { Directory } from "./recipient-picker";

type Props = {
  action: FormAction;
  draft: Draft;
  directory: Directory;
  campaigns: Choice[];
  unmatched?: UnmatchedRecipients[];
  /** Sent along unchanged: ids, the version that was opened, the source text. */
  hidden: Record<string, string>;
  /** The server's local time when the page was made. */
  present: string;
};

/** Corrects a reading: particulars, sections, obligations, recipients, deadlines. */
export function DraftEditor(props: Props) {
  const { action, draft: start, directory, campaigns, unmatched = [], hidden, present } = props;
  const [draft, revise] = useReducer(reviseDraft, start);
  const [saved, setSaved] = useState(start);
  const sent = useRef(start);
  const [state, submit, pending] = useActionState(async (before: FormState, form: FormData) => {
    const answer = await action(before, form);
    if (answer.status === "done") setSaved(sent.current);
    return answer;
  }, idle);

  // Sections may change places, so they are known by their heading.
  const strangersOf = ({ heading }: Draft["sections"][number]) =>
    unmatched
      .filter((one) => start.sections[one.section]?.heading === heading)
      .flatMap(({ texts }) => texts);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    sent.current = draft;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => submit(form));
  };

  return (
    <form onSubmit={send} className="grid gap-6" aria-label="Dự thảo văn bản" aria-busy={pending}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="draft" value={JSON.stringify(draft)} />

      <DraftParticulars draft={draft} revise={revise} />
      <CampaignChoice draft={draft} campaigns={campaigns} revise={revise} />
      {draft.sections.map((section, index) => (
        <DraftSectionEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a section is identified by its place alone
          key={index}
          index={index}
          section={section}
          count={draft.sections.length}
          unmatched={strangersOf(section)}
          directory={directory}
          revise={revise}
        />
      ))}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Button variant="secondary" onClick={() => revise({ kind: "addSection" })}>
          Thêm mục
        </Button>
        <DeadlineForAll notes={worthChecking(draft, present)} revise={revise} />
      </div>
      <DraftFooter
        state={state}
        pending={pending}
        changed={saved !== draft}
        missing={missingForSignature(draft)}
      />
    </form>
  );
}
