import { formatDay, formatInstant } from "@/lib/time";
import type { Chapter } from "../../chapters/schema";
import type { SynthesisKind, Words } from "../schema";

type Directive = {
  number: number | null;
  symbol: string;
  place: string;
  signerAuthority: string;
  signerPosition: string;
  signerName: string;
};

type Draft = {
  kind: SynthesisKind;
  campaign: { name: string };
  issuer: string;
  /** The campaign's own directive, from which the head and the foot are taken. */
  directive: Directive | null;
  countedFrom: Date;
  countedTo: Date;
  chapters: Chapter[];
};

/** Every word the report starts from, for the officer to edit. */
export function draftWords(draft: Draft): Words {
  const { kind, campaign, issuer, directive, chapters } = draft;
  const day = formatDay(draft.countedFrom);
  const difficulties = chapters.find(({ code }) => code === "difficulties");
  return {
    subject:
      kind === "daily"
        ? `tình hình bảo đảm an toàn thông tin mạng ngày ${day}, ${campaign.name}`
        : `kết quả bảo đảm an toàn thông tin mạng trong ${campaign.name}`,
    symbol: `BC-${initials(issuer)}`,
    place: directive?.place ?? "",
    addressees: "UBND tỉnh\nSở Thông tin và Truyền thông",
    opening: openingOf(draft),
    chapters: Object.fromEntries(chapters.map(({ code, drafted }) => [code, drafted])),
    difficulties: difficulties?.rows.length
      ? "Qua báo cáo của các đơn vị, còn một số khó khăn nêu tại phần trên."
      : "Không có khó khăn, vướng mắc lớn.",
    proposals: "Không có.",
    copies: "Như trên;\nThường trực Huyện ủy;\nLãnh đạo UBND huyện;\nLưu: VT.",
    authority: directive?.signerAuthority ?? "",
    position: directive?.signerPosition ?? "",
    signer: directive?.signerName ?? "",
  };
}

function openingOf({ kind, campaign, issuer, directive, countedFrom, countedTo }: Draft) {
  const rests = directive
    ? `Thực hiện Công văn số ${directive.number ?? "……"}/${directive.symbol}, `
    : "";
  const span = `từ ${formatInstant(countedFrom)} đến ${formatInstant(countedTo)}`;
  return kind === "daily"
    ? `${rests}${issuer} báo cáo nhanh tình hình ${campaign.name}, số liệu ${span}, như sau:`
    : `${rests}${issuer} báo cáo kết quả ${campaign.name}, số liệu ${span}, như sau:`;
}

/** `UBND huyện Hữu Lũng` is `UBND`: the symbol of a report bears the body, not the place. */
const initials = (issuer: string) =>
  /^([ỦU][ỶY] ban nhân dân|UBND)/i.test(issuer) ? "UBND" : (issuer.split(/\s+/)[0] ?? "");
