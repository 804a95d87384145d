"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { Spinner } from "@/components/ui/spinner";
import { TextArea } from "@/components/ui/text-area";
import type { CampaignChoice } from "@/lib/campaigns/queries";
import { doubtLabels } from "@/lib/directives/labels";
import type { SuggestionState } from "@/lib/directives/suggestion/schema";
import type { FormAction } from "@/lib/form-state";
import { DraftEditor } from "./draft-editor";
import type { Directory } from "./recipient-picker";

type Props = {
  read: (before: SuggestionState, form: FormData) => Promise<SuggestionState>;
  create: FormAction;
  directory: Directory;
  campaigns: CampaignChoice[];
  /** The campaign it is written for, when that was chosen beforehand. */
  campaignId?: string;
  /** The server's local time when the page was made. */
  present: string;
};

/** Paste or choose a file, have it taken apart, correct what came out. */
export function SourceReader(props: Props) {
  const { read, create, directory, campaigns, campaignId, present } = props;
  const [state, submit, pending] = useActionState(read, { status: "idle" });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => submit(form));
  };
  const found = state.status === "read" ? state.suggestion : null;
  return (
    <div className="grid gap-6">
      <Card title="Văn bản">
        <form action={submit} onSubmit={send} className="grid gap-4" aria-busy={pending}>
          <TextArea
            label="Nội dung văn bản"
            name="text"
            rows={8}
            defaultValue={state.status === "refused" ? state.text : undefined}
            hint="Dán toàn văn công văn, kể cả số, ký hiệu và nơi nhận."
            className="[&_textarea]:max-h-96"
          />
          <FileField
            label="Tải tệp văn bản"
            name="file"
            accept=".docx,.pdf,.txt,.md"
            hint="Hoặc chọn tệp .docx, .pdf có chữ, .txt, .md; tối đa 20 MB."
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" disabled={pending} variant={found ? "secondary" : "primary"}>
              {pending ? <Spinner /> : null} Phân tích văn bản
            </Button>
            <p role="status" className="text-sm text-ink-muted">
              {pending ? "Đang đọc văn bản…" : null}
              {found && !pending ? summary(found.draft) : null}
            </p>
          </div>
          <div role="alert">
            {state.status === "refused" ? <Alert tone="danger">{state.message}</Alert> : null}
          </div>
          {found && found.idle.length > 0 ? (
            <Alert tone="warning" title="Có tên ở Kính gửi nhưng chưa mục nào giao việc">
              <p>{found.idle.join("; ")}. Thêm vào đơn vị nhận của một mục nếu cần.</p>
            </Alert>
          ) : null}
          {found && found.draft.doubts.length > 0 ? (
            <Alert tone="warning" title="Chưa đọc được, anh/chị điền giúp">
              <p>{found.draft.doubts.map((doubt) => doubtLabels[doubt] ?? doubt).join(", ")}.</p>
            </Alert>
          ) : null}
        </form>
      </Card>
      {state.status === "read" ? (
        <DraftEditor
          key={state.requestId}
          action={create}
          draft={{ ...state.suggestion.draft, campaignId }}
          unmatched={state.suggestion.unmatched}
          directory={directory}
          campaigns={campaigns}
          present={present}
          hidden={{
            requestId: state.requestId,
            sourceText: state.suggestion.sourceText,
            sourceFileId: state.suggestion.sourceFileId ?? "",
          }}
        />
      ) : null}
    </div>
  );
}

function summary({ sections }: { sections: { obligations: unknown[] }[] }) {
  const obligations = sections.reduce((sum, section) => sum + section.obligations.length, 0);
  return `Đọc được ${sections.length} mục, ${obligations} nhiệm vụ. Xem lại ở dưới rồi lưu.`;
}
