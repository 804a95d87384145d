import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passwordWeakness } from "@/lib/identity/passwords/rules";
import { changePasswordSchema, newPasswordSchema } from "@/lib/identity/passwords/schema";

const context = ["xa-yenbinh", "Hoàng Thị Đầu Mối", "UBND xã Yên Bình", "Yên Bình"];

describe("a new password", () => {
  test.each([
    "matkhau123456",
    "Matkhau@2025!",
    "P@ssw0rd2025!",
    "HuuLung#2025!!",
    "hữu lũng 2025",
    "qwertyuiop123",
    "123456789012345",
    "aaaaaaaaaaaaaaaa",
    "abababababababab",
    "AnNinhMang2025",
    "xayenbinh@2025",
    "Yên Bình 12345",
    "dau.moi.hoang.thi",
    "chucmungnammoi1",
  ])("%s is guessed soon", (password) => {
    expect(passwordWeakness(password, context)).toMatch(/dễ đoán/);
  });

  test.each([
    "con trâu gặm sách buổi chiều",
    "xe đạp uống cà phê dưới trăng",
    "k7mq-x3vnp-9tw2r",
    "mưa rơi trên mái tôn cũ",
  ])("%s is not", (password) => {
    expect(passwordWeakness(password, context)).toBeNull();
  });

  test("what is known of the person adds weakness, never strength", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(fc.string()), (password, known) => {
        if (passwordWeakness(password, []) === null) return;
        expect(passwordWeakness(password, known)).not.toBeNull();
      }),
      { numRuns: 50, seed: 2025 },
    );
  });

  test("has 12 to 128 characters, however its marks are typed", () => {
    expect(newPasswordSchema.safeParse("mười một kt").success).toBe(false);
    expect(newPasswordSchema.safeParse("mười một kt".normalize("NFD")).success).toBe(false);
    expect(newPasswordSchema.safeParse("mười hai chữ").success).toBe(true);
    expect(newPasswordSchema.safeParse("ề".repeat(128).normalize("NFD")).success).toBe(true);
    expect(newPasswordSchema.safeParse("ề".repeat(129)).success).toBe(false);
  });

  test("is typed twice alike", () => {
    const typed = { current: "x", password: "mười hai chữ", again: "mười hai chứ" };
    expect(changePasswordSchema.safeParse(typed).error?.issues[0]?.path).toEqual(["again"]);
    const same = { ...typed, again: typed.password.normalize("NFD") };
    expect(changePasswordSchema.safeParse(same).success).toBe(true);
  });
});
