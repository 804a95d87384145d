import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { deleteFilter, renameFilter, saveFilter } from "@/lib/search/saved/commands";
import { listSavedFilters } from "@/lib/search/saved/queries";
import { keptQuery, saveFilterSchema } from "@/lib/search/saved/schema";
import { aDistrict, auditOf } from "@/tests/support/district";

const asked = (name: string, query = "q=tin+r%C3%A1c") =>
  saveFilterSchema.parse({ place: "search", name, query });

describe("saved filters", () => {
  test("are kept, renamed and deleted, each with its audit entry", async () => {
    const { officer } = await aDistrict();
    await saveFilter(officer, asked("Tin rác"));
    const [saved] = await listSavedFilters(officer, "search");
    expect(saved).toMatchObject({ name: "Tin rác", query: "q=tin+r%C3%A1c" });
    const filterId = saved?.id ?? "";
    await renameFilter(officer, { filterId, name: "Rác" });
    expect((await listSavedFilters(officer, "search")).map(({ name }) => name)).toEqual(["Rác"]);
    expect(await listSavedFilters(officer, "directives")).toEqual([]);
    await deleteFilter(officer, { filterId });
    expect(await listSavedFilters(officer, "search")).toEqual([]);
    expect(await auditOf(filterId)).toEqual(["filter.save", "filter.rename", "filter.delete"]);
  });

  test("are their owner's alone: to anyone else not found", async () => {
    const { officer, secondOfficer, lead } = await aDistrict();
    await saveFilter(officer, asked("Riêng"));
    const [saved] = await listSavedFilters(officer, "search");
    const filterId = saved?.id ?? "";
    for (const other of [secondOfficer, lead]) {
      expect(await listSavedFilters(other, "search")).toEqual([]);
      await expect(renameFilter(other, { filterId, name: "x" })).rejects.toThrow("Không tìm thấy");
      await expect(deleteFilter(other, { filterId })).rejects.toThrow("Không tìm thấy");
    }
    expect(await listSavedFilters(officer, "search")).toHaveLength(1);
  });

  test("a double click keeps one; the same name for another filter is refused", async () => {
    const { officer } = await aDistrict();
    await Promise.all([saveFilter(officer, asked("Một")), saveFilter(officer, asked("Một"))]);
    expect(await listSavedFilters(officer, "search")).toHaveLength(1);
    await expect(saveFilter(officer, asked("Một", "q=khac"))).rejects.toThrow("Đã có bộ lọc tên");
    await saveFilter(officer, asked("Hai", "q=khac"));
    const two = (await listSavedFilters(officer, "search")).find(({ name }) => name === "Hai");
    await expect(renameFilter(officer, { filterId: two?.id ?? "", name: "Một" })).rejects.toThrow(
      "Đã có bộ lọc tên",
    );
  });

  test("there are at most twenty, also when many are saved at once", async () => {
    const { officer } = await aDistrict();
    const own = { userId: officer.userId, place: "search" };
    await db.savedFilter.createMany({
      data: Array.from({ length: 18 }, (_, n) => ({ ...own, name: `Cũ ${n}`, query: `q=${n}` })),
    });
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => saveFilter(officer, asked(`Mới ${n}`, `q=moi+${n}`))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await db.savedFilter.count({ where: { userId: officer.userId } })).toBe(20);
  });

  test("keep only what the page would read, on its first page", () => {
    expect(keptQuery("search", "?q=a&page=7&kind=report&evil=//x.vn&from=nope")).toBe(
      "q=a&kind=report",
    );
    expect(keptQuery("directives", "state=issued&q=t%E1%BA%BFt&after=zzz&x=1")).toBe(
      "state=issued&q=t%E1%BA%BFt",
    );
    expect(keptQuery("directives", "state=nothing")).toBe("");
    expect(saveFilterSchema.safeParse({ place: "admin", query: "q=1", name: "x" }).success).toBe(
      false,
    );
  });

  test("nothing asked is nothing to keep", async () => {
    const { officer } = await aDistrict();
    await expect(saveFilter(officer, asked("Trống", "x=1"))).rejects.toThrow("Chưa có điều kiện");
  });
});
