"use server";

import { cookies } from "next/headers";

const YEAR = 365 * 24 * 3600;

/** Light, dark or as the device has it; kept per browser. */
export async function setThemeAction(form: FormData) {
  const theme = form.get("theme");
  const jar = await cookies();
  if (theme === "light" || theme === "dark") {
    jar.set("theme", theme, { maxAge: YEAR, sameSite: "lax", path: "/", httpOnly: true });
  } else {
    jar.delete("theme");
  }
}
