import { randomUUID } from "node:crypto";
import { QuestionList } from "@/components/directives/question-list";
import { ReturnList } from "@/components/directives/return-list";
import type { Actor } from "@/lib/auth/actor";
import type { Receipt } from "@/lib/directives/assignments/queries";
import type { DirectiveView } from "@/lib/directives/queries";
import { canAskQuestion, canReply, canShareQuestion } from "@/lib/directives/questions/policy";
import { listQuestions } from "@/lib/directives/questions/queries";
import { canDecideReturn } from "@/lib/directives/returns/policy";
import { listReturns } from "@/lib/directives/returns/queries";
import { askQuestionAction, decideReturnAction, replyAction, shareQuestionAction } from "./actions";

type Props = { actor: Actor; directive: DirectiveView; receipt: Receipt | null };

/** What units and district say to each other about a directive besides its reports. */
export async function ExchangeBody({ actor, directive, receipt }: Props) {
  const [returns, questions] = await Promise.all([
    listReturns(actor, directive.id),
    listQuestions(actor, directive.id),
  ]);
  const mayAsk = receipt !== null && canAskQuestion(actor, receipt);
  return (
    <>
      <ReturnList
        returns={returns}
        decide={canDecideReturn(actor, { directive }) ? decideReturnAction : null}
      />
      <QuestionList
        questions={questions.map((question) => ({
          ...question,
          mayReply: canReply(actor, question),
          requestId: randomUUID(),
        }))}
        ask={
          mayAsk
            ? { action: askQuestionAction, directiveId: directive.id, requestId: randomUUID() }
            : null
        }
        reply={replyAction}
        share={canShareQuestion(actor) ? shareQuestionAction : null}
      />
    </>
  );
}
