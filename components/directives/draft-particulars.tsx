"use client";

import { Card } from "@/components/ui/card";
import type { DraftStep } from "@/lib/directives/drafts/rules";
import type { Draft } from "@/lib/directives/drafts/schema";
import { BasisEditor } from "./basis-editor";
import { DraftInput } from "./draft-input";

type Props = { draft: Draft; revise: (step: DraftStep) => void };

/** Everything about the document but its orders. */
export function DraftParticulars({ draft, revise }: Props) {
  const set = (field: Partial<Omit<Draft, "sections">>) => revise({ kind: "set", field });
  const doubts = new Set(draft.doubts);
  return (
    <Card title="Thể thức">
      <div className="grid gap-4 sm:grid-cols-6">
        <DraftInput
          className="sm:col-span-6"
          label="Trích yếu"
          rows={2}
          value={draft.subject}
          doubtful={doubts.has("subject")}
          onChange={(subject) => set({ subject })}
        />
        <DraftInput
          className="sm:col-span-1"
          label="Số"
          type="number"
          hint="Để trống nếu chưa cấp"
          value={draft.number === null ? "" : String(draft.number)}
          onChange={(text) => set({ number: text ? Number(text) : null })}
        />
        <DraftInput
          className="sm:col-span-2"
          label="Ký hiệu"
          value={draft.symbol}
          doubtful={doubts.has("symbol")}
          onChange={(symbol) => set({ symbol })}
        />
        <DraftInput
          className="sm:col-span-1"
          label="Địa danh"
          value={draft.place}
          doubtful={doubts.has("place")}
          onChange={(place) => set({ place })}
        />
        <DraftInput
          className="sm:col-span-2"
          label="Ngày văn bản"
          type="date"
          hint="Để trống nếu chưa ký"
          value={draft.issuedOn ?? ""}
          onChange={(day) => set({ issuedOn: day || null })}
        />
        <div className="sm:col-span-6">
          <BasisEditor
            basis={draft.basis}
            doubtful={doubts.has("basis")}
            onChange={(basis) => set({ basis })}
          />
        </div>
        <LinesInput
          className="sm:col-span-3"
          label="Kính gửi"
          lines={draft.addressees}
          doubtful={doubts.has("addressees")}
          onChange={(addressees) => set({ addressees })}
        />
        <LinesInput
          className="sm:col-span-3"
          label="Nơi nhận"
          lines={draft.copies}
          doubtful={doubts.has("copies")}
          onChange={(copies) => set({ copies })}
        />
        <DraftInput
          className="sm:col-span-2"
          label="Quyền hạn ký"
          value={draft.signerAuthority}
          onChange={(signerAuthority) => set({ signerAuthority })}
        />
        <DraftInput
          className="sm:col-span-2"
          label="Chức vụ người ký"
          value={draft.signerPosition}
          doubtful={doubts.has("signer")}
          onChange={(signerPosition) => set({ signerPosition })}
        />
        <DraftInput
          className="sm:col-span-2"
          label="Người ký"
          value={draft.signerName}
          doubtful={doubts.has("signer")}
          onChange={(signerName) => set({ signerName })}
        />
        <DraftInput
          className="sm:col-span-6"
          label="Đầu mối hỗ trợ"
          rows={1}
          hint="Mỗi dòng một đầu mối: tên, dấu gạch đứng, số điện thoại."
          value={draft.supportContacts
            .map(({ name, phone }) => `${name ?? ""} | ${phone ?? ""}`)
            .join("\n")}
          onChange={(text) => set({ supportContacts: readContacts(text) })}
        />
      </div>
    </Card>
  );
}

type LinesProps = {
  label: string;
  lines: string[];
  doubtful: boolean;
  onChange: (lines: string[]) => void;
  className: string;
};

function LinesInput({ lines, onChange, ...rest }: LinesProps) {
  return (
    <DraftInput
      {...rest}
      rows={4}
      hint="Mỗi dòng một nơi."
      value={lines.join("\n")}
      onChange={(text) => onChange(text ? text.split("\n") : [])}
    />
  );
}

function readContacts(text: string) {
  if (!text) return [];
  return text.split("\n").map((line) => {
    const [name = "", phone = ""] = line.split("|");
    return { name: name.trim() || null, phone: phone.trim() || null };
  });
}
