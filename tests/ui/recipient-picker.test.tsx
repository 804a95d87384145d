import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RecipientPicker } from "@/components/directives/recipient-picker";

const directory = { units: [], groups: [{ id: "g2", name: "UBND các xã, thị trấn", size: 23 }] };

test("whom nobody answers to is told, also beside those who were found", () => {
  const html = renderToStaticMarkup(
    <RecipientPicker
      label="Đơn vị nhận của mục 3"
      recipients={[{ kind: "group", id: "g2" }]}
      unmatched={["Các phòng, ban, đơn vị"]}
      directory={directory}
      onChange={() => {}}
    />,
  );
  expect(html).toContain("UBND các xã, thị trấn");
  expect(html).toContain("Chưa khớp được: Các phòng, ban, đơn vị");
});
