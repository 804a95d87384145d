import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Badge } from "@/components/ui/badge";
import { formatSize } from "@/components/ui/file-size";
import { groupPhone, PhoneLink } from "@/components/ui/phone-link";
import { ProgressBar } from "@/components/ui/progress-bar";
import { StackedBar } from "@/components/ui/stacked-bar";
import { TabLinks } from "@/components/ui/tab-links";
import { Table, Td, Th, Tr } from "@/components/ui/table";

test("a state is a word and a shape, never colour alone", () => {
  const shapes = (["neutral", "info", "success", "warning", "danger"] as const).map((tone) => {
    const html = renderToStaticMarkup(<Badge tone={tone}>Quá hạn</Badge>);
    expect(html).toContain("Quá hạn");
    return /<path d="([^"]*)"/.exec(html)?.[1];
  });
  expect(new Set(shapes).size).toBe(5);
});

test("a bar of parts says its figures, and leaves out what is nothing", () => {
  const html = renderToStaticMarkup(
    <StackedBar
      segments={[
        { label: "Đạt", value: 3, tone: "success" },
        { label: "Quá hạn", value: 1, tone: "danger" },
        { label: "Chờ", value: 0, tone: "info" },
      ]}
    />,
  );
  expect(html).toContain('aria-label="Đạt: 3, Quá hạn: 1"');
  expect(html).not.toContain("Chờ");
});

test("a bar without parts says so", () => {
  expect(renderToStaticMarkup(<StackedBar segments={[]} />)).toContain("Chưa có số liệu");
});

test("progress stays between nothing and all, also of nothing", () => {
  expect(renderToStaticMarkup(<ProgressBar label="Ca trực" value={9} max={6} />)).toContain("100%");
  expect(renderToStaticMarkup(<ProgressBar label="Ca trực" value={0} max={0} />)).toContain("0%");
});

test("tabs know which one is open", () => {
  const html = renderToStaticMarkup(
    <TabLinks
      label="Phần của văn bản"
      tabs={[
        { href: "/a", label: "Theo dõi", current: true },
        { href: "/b", label: "Nội dung", current: false },
      ]}
    />,
  );
  expect(html.match(/aria-selected="(true|false)"/g)).toEqual([
    'aria-selected="true"',
    'aria-selected="false"',
  ]);
});

test("a cell names its column, and a wide table can be reached by key", () => {
  const html = renderToStaticMarkup(
    <Table caption="Đơn vị" layout="scroll">
      <tbody>
        <Tr>
          <Th scope="row">Công an huyện</Th>
          <Td label="Trạng thái">Đạt</Td>
        </Tr>
      </tbody>
    </Table>,
  );
  expect(html).toContain('tabindex="0"');
  expect(html).toContain('data-label="Trạng thái"');
  expect(html).toContain('scope="row"');
});

describe("a telephone number", () => {
  test.each([
    ["0912345678", "0912 345 678"],
    ["0205.3825.113", "0205 3825 113"],
    ["113", "113"],
    ["+84912345678", "+84912345678"],
  ])("%s reads %s", (phone, read) => {
    expect(groupPhone(phone)).toBe(read);
  });

  test("is called by its digits alone", () => {
    const html = renderToStaticMarkup(<PhoneLink phone="0205.3825.113" name="Công an huyện" />);
    expect(html).toContain('href="tel:02053825113"');
    expect(html).toContain("Gọi Công an huyện, số 0205 3825 113");
  });
});

test.each([
  [840, "840 B"],
  [12_300, "12 KB"],
  [3_565_158, "3,4 MB"],
])("%d bytes are %s", (bytes, words) => {
  expect(formatSize(bytes)).toBe(words);
});
