import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateTimeField } from "@/components/ui/date-time-field";
import { FormContext } from "@/components/ui/form-context";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/form-state";

const wrong: FormState = {
  status: "invalid",
  fields: { subject: ["Nhập trích yếu."], unitIds: ["Chọn ít nhất một đơn vị."] },
};

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`).exec(html)?.[1];

describe("a field", () => {
  test("is named by its label and described by its hint", () => {
    const html = renderToStaticMarkup(
      <TextField label="Trích yếu" name="subject" hint="Một câu." />,
    );
    expect(attribute(html, "label", "for")).toBe(attribute(html, "input", "id"));
    expect(html).toContain(`<p id="${attribute(html, "input", "aria-describedby")}"`);
    expect(html).not.toContain('aria-invalid="');
  });

  test("learns from the form around it what is wrong", () => {
    const html = renderToStaticMarkup(
      <FormContext value={{ state: wrong, pending: false }}>
        <TextField label="Trích yếu" name="subject" />
      </FormContext>,
    );
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain(`id="${attribute(html, "input", "aria-describedby")}"`);
    expect(html).toContain("Nhập trích yếu.");
  });

  test("says that it may be left empty outside its name", () => {
    const html = renderToStaticMarkup(<TextField label="Ghi chú" name="note" optional />);
    expect(html).toMatch(/<label[^>]*>Ghi chú<\/label>/);
    expect(html).toContain("Không bắt buộc");
    expect(html).not.toContain("aria-required");
  });

  test("two of one name have two ids", () => {
    const html = renderToStaticMarkup(
      <>
        <TextField label="Lý do" name="reason" />
        <TextField label="Lý do" name="reason" />
      </>,
    );
    expect(new Set(html.match(/ id="[^"]+"/g)).size).toBe(2);
  });
});

test("a group of boxes sends a list and shows the errors of its plain name", () => {
  const html = renderToStaticMarkup(
    <FormContext value={{ state: wrong, pending: false }}>
      <CheckboxGroup
        label="Đơn vị nhận"
        name="unitIds[]"
        options={[{ value: "1", label: "Công an huyện" }]}
      />
    </FormContext>,
  );
  expect(attribute(html, "input", "name")).toBe("unitIds[]");
  expect(html).toContain("Chọn ít nhất một đơn vị.");
});

test("a moment is shown in the district's zone, wherever the machine is", () => {
  const html = renderToStaticMarkup(
    <DateTimeField label="Thời hạn" name="dueAt" defaultValue={new Date("2025-01-25T10:00:00Z")} />,
  );
  expect(attribute(html, "input", "value")).toBe("2025-01-25T17:00");
});

test("a button whose form is on its way says so", () => {
  const html = renderToStaticMarkup(
    <FormContext value={{ state: { status: "idle" }, pending: true }}>
      <SubmitButton pendingLabel="Đang lưu…">Lưu</SubmitButton>
    </FormContext>,
  );
  expect(html).toContain('aria-disabled="true"');
  expect(html).toContain("Đang lưu…");
});

describe("the message of a form", () => {
  const said = (state: FormState, unplaced?: string[]) =>
    renderToStaticMarkup(<FormMessage state={state} unplaced={unplaced} />).replace(/<[^>]+>/g, "");

  test("counts what is wrong, unless there is more to say", () => {
    expect(said(wrong)).toBe("Chưa gửi được: còn 2 chỗ cần sửa, xem lời nhắc ở từng ô.");
    expect(said({ ...wrong, message: "Hai ngày trái nhau." })).toBe("Hai ngày trái nhau.");
  });

  test("tells what is wrong with fields that are not on the screen", () => {
    expect(said(wrong, ["Thiếu mã yêu cầu."])).toBe("Thiếu mã yêu cầu.");
  });

  test("is there, silent, before anything has happened", () => {
    expect(renderToStaticMarkup(<FormMessage state={{ status: "idle" }} />)).toContain("aria-live");
    expect(said({ status: "idle" })).toBe("");
  });
});
