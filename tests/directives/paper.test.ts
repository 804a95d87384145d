import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFrame } from "@/lib/directives/reading/frame/rules";

const fixture = (name: string) => readFileSync(`tests/fixtures/directives/${name}`, "utf8");

describe("the words around the sections of a directive", () => {
  test("are those before the first number and after the last", () => {
    const { opening, closing } = readFrame(fixture("huu-lung-2025.md"));
    expect(opening).toHaveLength(1);
    expect(opening[0]).toMatch(/^Thực hiện Công văn số 3591\/STTTT-TTCNS .* nội dung sau:$/);
    expect(closing).toHaveLength(2);
    expect(closing[0]).toMatch(/^Trong quá trình thực hiện .* 02053\.818\.657 để được hỗ trợ\.$/);
    expect(closing[1]).toMatch(/^Đề nghị Thủ trưởng/);
  });

  test("keep a list of grounds, which begin with no number", () => {
    const { opening } = readFrame(fixture("ke-hoach-huyen.txt"));
    expect(opening[0]).toMatch(/^Căn cứ Luật/);
    expect(opening.at(-1)).toMatch(/như sau:$/);
  });

  test("are none where there is no text, or no list in it", () => {
    expect(readFrame("")).toEqual({ opening: [], closing: [] });
    expect(readFrame("UBND huyện yêu cầu các xã trực 24/7./.")).toEqual({
      opening: [],
      closing: [],
    });
  });
});
