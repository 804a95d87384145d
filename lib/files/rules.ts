export const FILE_LIMIT = 20 * 1024 * 1024;

/** What may be kept as evidence, by content. Nothing that a browser or Office would execute. */
export const acceptedTypes: Record<string, string> = {
  "application/pdf": "PDF",
  "image/png": "ảnh PNG",
  "image/jpeg": "ảnh JPEG",
  "image/webp": "ảnh WebP",
  "image/heic": "ảnh HEIC",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word .docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel .xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint .pptx",
  "audio/mpeg": "âm thanh MP3",
  "video/mp4": "phim MP4",
  "text/plain": "văn bản .txt",
};

/** The last path part, composed, without control or direction characters, at most 150 long. */
export function safeFileName(name: string) {
  const base = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = base
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .trim()
    .replace(/^\.+/, "");
  if (clean.length <= 150) return clean || "tep-khong-ten";
  const dot = clean.lastIndexOf(".");
  const ending = dot > clean.length - 12 ? clean.slice(dot) : "";
  return clean.slice(0, 150 - ending.length) + ending;
}

/** RFC 6266: plain letters for old programs, the true name in UTF-8 for all others. */
export function attachmentHeader(name: string) {
  const plain =
    name
      .normalize("NFD")
      .replace(/[^\x20-\x7e]/g, "")
      .replace(/["\\]/g, "") || "tep";
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** `1,4 MB`, `320 kB` */
export function formatSize(bytes: number) {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}
