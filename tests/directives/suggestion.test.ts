import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDirective } from "@/lib/directives/reading/rules";
import { suggestDraft } from "@/lib/directives/suggestion/rules";

const unit = (id: string, name: string, kind: string) => ({
  id,
  name,
  shortName: name,
  aliases: [],
  kind,
});

const directory = {
  units: [
    unit("police", "Công an huyện", "police"),
    unit("court", "Tòa án nhân dân huyện", "agency"),
    unit("an-binh", "UBND xã An Bình", "commune"),
  ],
  groups: [
    {
      id: "communes",
      name: "UBND các xã, thị trấn",
      aliases: [],
      kindCodes: ["commune"],
      unitIds: [],
    },
  ],
};

const text = (addressees: string) => `ỦY BAN NHÂN DÂN
HUYỆN HỮU LŨNG
Số: 12/UBND-VH
Hữu Lũng, ngày 05 tháng 01 năm 2025
V/v bảo đảm an toàn thông tin mạng dịp Tết
Kính gửi:
${addressees}
UBND huyện yêu cầu thực hiện một số nội dung sau:
1. UBND các xã, thị trấn
- Tổ chức tuyên truyền cho người dân trên địa bàn.
2. Công an huyện
- Trực bảo đảm an toàn thông tin mạng 24/7.
Đề nghị các đơn vị thực hiện./.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Quốc Phong`;

function suggested(source: string) {
  const reading = readDirective(source);
  if (!reading) throw new Error("no directive");
  return suggestDraft(reading, directory);
}

test("who is addressed but given nothing to do is shown to the officer", () => {
  const lines = "- Công an huyện;\n- Tòa án nhân dân huyện;\n- UBND các xã, thị trấn.";
  expect(suggested(text(lines)).idle).toEqual(["Tòa án nhân dân huyện"]);
});

test("a group counts as bound when its units are, named one by one or not", () => {
  expect(suggested(text("- UBND xã An Bình;\n- Công an huyện.")).idle).toEqual([]);
});

test("in the real directive everyone addressed has something to do", () => {
  const seed = readFileSync("tests/fixtures/directives/huu-lung-2025.md", "utf8");
  expect(suggested(seed).idle).toEqual([]);
});
