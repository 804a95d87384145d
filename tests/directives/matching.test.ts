import { describe, expect, test } from "vitest";
import { type Directory, matchRecipients } from "@/lib/directives/matching/rules";

const unit = (id: string, name: string, shortName = "", aliases: string[] = []) => ({
  id,
  name,
  shortName,
  aliases,
  kind: "agency",
});

const directory: Directory = {
  units: [
    unit("so", "Sở Thông tin và Truyền thông tỉnh Lạng Sơn", "Sở TTTT"),
    unit("huyen", "UBND huyện Hữu Lũng", "UBND huyện"),
    unit("vp", "Văn phòng HĐND và UBND huyện", "Văn phòng"),
    unit("vhtt", "Phòng Văn hóa và Thông tin huyện", "Phòng VH&TT"),
    unit("ca", "Công an huyện", "Công an huyện"),
    unit("ld", "Phòng Lao động - Thương binh và Xã hội"),
    unit("tt", "UBND thị trấn Hữu Lũng", "Thị trấn Hữu Lũng"),
    unit("yb", "UBND xã Yên Bình", "Xã Yên Bình"),
    unit("hl", "UBND xã Hòa Lạc", "Xã Hòa Lạc"),
    unit("vnpt", "VNPT Hữu Lũng", "VNPT"),
    unit("vtl", "Viettel chi nhánh Hữu Lũng", "Viettel"),
    unit("mbf", "Mobifone Hữu Lũng", "Mobifone"),
  ],
  groups: [
    { id: "g1", name: "Các cơ quan, đơn vị", aliases: [] },
    { id: "g2", name: "UBND các xã, thị trấn", aliases: ["Các xã, thị trấn"] },
    { id: "g3", name: "Các doanh nghiệp viễn thông", aliases: [] },
  ],
};
const idsOf = (phrase: string, among = directory) =>
  matchRecipients(phrase, among).matched.map(({ id }) => id);

describe("recipients are found in the directory", () => {
  test.each([
    ["Văn phòng HĐND và UBND huyện, Phòng Văn hóa và Thông tin huyện, Công an huyện", "vp vhtt ca"],
    ["Các cơ quan, đơn vị, UBND các xã, thị trấn", "g1 g2"],
    ["CÁC CƠ QUAN, ĐƠN VỊ, UỶ BAN NHÂN DÂN CÁC XÃ, THỊ TRẤN", "g1 g2"],
    ["Các cơ quan, đơn vị đóng trên địa bàn huyện", "g1"],
    ["Các doanh nghiệp viễn thông (VNPT Hữu Lũng, Viettel Hữu Lũng, Mobifone...)", "g3"],
    [
      "Chánh Văn phòng HĐND&UBND huyện; Trưởng Công an huyện; Chủ tịch UBND các xã, thị trấn",
      "vp ca g2",
    ],
    ["Phòng VH&TT", "vhtt"],
    ["phòng VHTT huyện Hữu Lũng", "vhtt"],
    ["Phòng LĐ-TB&XH", "ld"],
    ["Phòng Lao động - TBXH", "ld"],
    ["Viettel Hữu Lũng", "vtl"],
    ["MobiFone, VNPT và Viettel", "mbf vnpt vtl"],
    ["UBND xã Hoà Lạc", "hl"],
    ["UBND các xã Yên Bình và Hòa Lạc", "yb hl"],
    ["UBND các xã: Yên Bình, Hòa Lạc", "yb hl"],
    ["UBND thị trấn Hữu Lũng", "tt"],
    ["Ủy ban nhân dân huyện", "huyen"],
    ["Công an huyện Hữu Lũng", "ca"],
  ])("%s", (phrase, ids) => {
    expect(idsOf(phrase).join(" ")).toBe(ids);
    expect(idsOf(phrase.normalize("NFD")).join(" ")).toBe(ids);
    expect(matchRecipients(phrase, directory).unmatched).toEqual([]);
  });

  test.each(["Công an tỉnh", "Công an huyện Chi Lăng", "UBND xã", "Hữu Lũng", "Huyện ủy"])(
    "%s is left to the officer",
    (phrase) => {
      const { matched, unmatched } = matchRecipients(phrase, directory);
      expect({ matched, unmatched }).toEqual({ matched: [], unmatched: [phrase] });
    },
  );

  test("without the group, those named in brackets are meant", () => {
    const withoutGroup = { ...directory, groups: directory.groups.slice(0, 2) };
    const phrase = "Các doanh nghiệp viễn thông (VNPT Hữu Lũng, Viettel Hữu Lũng, Mobifone...)";
    expect(idsOf(phrase, withoutGroup)).toEqual(["vnpt", "vtl", "mbf"]);
  });

  test("what is known is matched beside what is not", () => {
    const { matched, unmatched } = matchRecipients("Các phòng, ban, ngành; Mobifone", directory);
    expect(matched.map(({ id }) => id)).toEqual(["mbf"]);
    expect(unmatched).toEqual(["Các phòng, ban, ngành"]);
  });

  test("two units of one name are no match", () => {
    const twins = { ...directory, units: [...directory.units, unit("yb2", "UBND xã Yên Bình")] };
    expect(idsOf("UBND xã Yên Bình", twins)).toEqual([]);
  });
});
