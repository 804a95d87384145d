import { describe, expect, test } from "vitest";
import { reportProgressSchema } from "@/lib/directives/assignments/schema";

const report = {
  assignmentId: "01a21046-92d2-7c68-bdc5-7e13c27c5b2f",
  requestId: "11a21046-92d2-7c68-bdc5-7e13c27c5b2f",
  kind: "result",
  text: "Đã trực đủ ca.",
};

describe("a report without evidence", () => {
  test.each(["", "undefined"])("is sent with an empty file named %j, which is none", (name) => {
    const input = reportProgressSchema.parse({ ...report, files: [new File([], name)] });
    expect(input.files).toEqual([]);
  });

  test("keeps a chosen file, also an empty one, which is then refused by its name", () => {
    const chosen = new File([], "biên bản.pdf");
    expect(reportProgressSchema.parse({ ...report, files: [chosen] }).files).toEqual([chosen]);
  });
});
