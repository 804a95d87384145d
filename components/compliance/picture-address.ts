import type { PictureFilter } from "@/lib/compliance/schema";

/** The same picture on another page: the day and the campaign go along. */
export function pictureAddress(
  path: string,
  { dot, ngay }: PictureFilter,
  more: Record<string, string | undefined> = {},
) {
  const parts = Object.entries({ dot, ngay, ...more }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  const text = new URLSearchParams(parts).toString();
  return text ? `${path}?${text}` : path;
}
