type Words = { title: string; summary: string; body: string; advice: string };

/** One thing to do a line, without the dashes people type before them. */
export const adviceLines = (advice: string) =>
  advice
    .split("\n")
    .map((line) => line.replace(/^[\s\-–•*+]+/, "").trim())
    .filter(Boolean);

/** As it is put into Zalo or Facebook. */
export function messageText({ title, body, advice }: Words, signature: string) {
  const lines = adviceLines(advice).map((line) => `- ${line}`);
  return [`⚠️ ${title.toLocaleUpperCase("vi")}`, body, ["Bà con cần nhớ:", ...lines].join("\n")]
    .concat(`${signature} khuyến cáo.`)
    .join("\n\n");
}

/** Paragraphs for whoever reads it aloud; the summary once more at the end. */
export function spokenParagraphs({ title, summary, body, advice }: Words, signature: string) {
  const steps = adviceLines(advice).map((line, index) => `${ordinal(index)}, ${line}`);
  return [
    `Kính thưa toàn thể bà con nhân dân! ${signature} xin thông báo: ${title}.`,
    ...body.split(/\n+/).filter(Boolean),
    "Đề nghị bà con:",
    ...steps,
    `Xin nhắc lại: ${summary}`,
    "Xin trân trọng cảm ơn bà con đã chú ý lắng nghe.",
  ];
}

const ORDINALS = ["Một là", "Hai là", "Ba là", "Bốn là", "Năm là", "Sáu là", "Bảy là", "Tám là"];
const ordinal = (index: number) => ORDINALS[index] ?? `Điều thứ ${index + 1}`;

const SYLLABLES_A_MINUTE = 160;

/** How long reading them aloud takes, in whole minutes. Vietnamese writes a syllable a word. */
export const minutesToRead = (paragraphs: readonly string[]) =>
  Math.max(1, Math.ceil(paragraphs.join(" ").split(/\s+/).length / SYLLABLES_A_MINUTE));
