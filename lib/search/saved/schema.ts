import { z } from "zod";
import { directiveFilterSchema } from "@/lib/directives/schema";
import { searchAddress } from "../rules";
import { searchFilterSchema } from "../schema";

export const savedPlaces = ["search", "directives"] as const;
export type SavedPlace = (typeof savedPlaces)[number];

const name = z
  .string()
  .trim()
  .min(1, "Đặt tên cho bộ lọc.")
  .max(60, "Tên bộ lọc dài nhất 60 ký tự.");

export const saveFilterSchema = z
  .object({ place: z.enum(savedPlaces), query: z.string().max(1_000), name })
  .transform((input) => ({ ...input, query: keptQuery(input.place, input.query) }));
export type SaveFilter = z.infer<typeof saveFilterSchema>;

export const renameFilterSchema = z.object({ filterId: z.uuid(), name });
export type RenameFilter = z.infer<typeof renameFilterSchema>;

export const deleteFilterSchema = z.object({ filterId: z.uuid() });
export type DeleteFilter = z.infer<typeof deleteFilterSchema>;

/** Only what the page itself would read of an address, spelt its own way, on its first page. */
export function keptQuery(place: SavedPlace, query: string) {
  const given = Object.fromEntries(new URLSearchParams(query));
  if (place === "search") {
    return searchAddress({ ...searchFilterSchema.parse(given), page: 1 }).split("?")[1] ?? "";
  }
  const { state, q } = directiveFilterSchema.parse(given);
  const parts = Object.entries({ state, q }).flatMap(([key, value]) =>
    value ? [[key, value]] : [],
  );
  return String(new URLSearchParams(parts));
}
