import { saveFilter } from "@/lib/search/saved/commands";
import { saveFilterSchema } from "@/lib/search/saved/schema";
import { actorOf } from "./directives";

const kept = [
  { place: "search", name: "Báo cáo tuyên truyền", query: "q=tuyên truyền&kind=report" },
  { place: "search", name: "Việc của VNPT", query: "unit=VNPT&kind=obligation" },
  { place: "directives", name: "Đang thực hiện", query: "state=issued" },
];

/** What the officer looks at every morning. The same again changes nothing. */
export async function seedSavedFilters() {
  const officer = await actorOf("chuyenvien");
  for (const filter of kept) await saveFilter(officer, saveFilterSchema.parse(filter));
}
