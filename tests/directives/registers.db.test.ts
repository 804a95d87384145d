import { describe, expect, test } from "vitest";
import { exportRegister, findRegister, listFollowedUp } from "@/lib/directives/registers/queries";
import { followUpColumns, outgoingColumns } from "@/lib/directives/registers/rules";
import { aDistrict, anIssuedDirective } from "../support/district";

const whole = { year: 2025, limit: 20_000, offset: 0 };

describe("registers", () => {
  test("what went out stands with the decree's ten columns, once, with how many have it", async () => {
    const district = await aDistrict();
    const subject = `Sổ đi ${district.committee.id}`;
    await anIssuedDirective(district, { subject, copies: ["Như trên;", "Lưu: VT, VH."] });
    const sheet = await exportRegister(district.observer, "outgoing", 2025);
    const own = sheet?.rows.filter((cells) => String(cells[2]).includes(subject)) ?? [];
    expect(outgoingColumns).toHaveLength(10);
    expect(own).toHaveLength(1);
    expect(own[0]?.[1]).toBe("05/01/2025");
    expect(own[0]?.[5]).toBe("VT, VH");
    expect(own[0]?.[6]).toBe(3);
    expect(await exportRegister(district.lead, "outgoing", 2025)).toBeNull();
  });

  test("a unit follows its own lines alone, the district every unit's", async () => {
    const district = await aDistrict();
    const { id } = await anIssuedDirective(district);
    const own = await listFollowedUp(district.lead, whole);
    expect(own.map(({ directiveId, unit }) => [directiveId, unit])).toEqual([
      [id, district.communes[0].name],
    ]);
    expect(own[0]).toMatchObject({ total: 2, reported: 0, overdue: 1 });
    const all = (await listFollowedUp(district.officer, whole)).filter(
      (row) => row.directiveId === id,
    );
    expect(all).toHaveLength(3);
    const page = await findRegister(district.lead, "follow_up", { year: 2025, page: 1 });
    expect(page?.sheet.columns).toEqual(followUpColumns);
    expect(followUpColumns).toHaveLength(7);
  });
});
