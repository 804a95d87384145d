import { readdirSync } from "node:fs";
import path from "node:path";
import { vi } from "vitest";
import type { z } from "zod";
import { roomOf } from "./rooms";

vi.mock("@/lib/form-action", async (original) => ({
  ...(await original<object>()),
  formAction: (schema: z.ZodType) => ({ schema }),
}));
vi.mock("@/lib/auth/public-form-action", () => ({
  publicFormAction: (schema: z.ZodType) => ({ schema }),
  stepFormAction: (_step: string, schema: z.ZodType) => ({ schema }),
}));

/** Every server action there is: `admin/units/actions createUnitAction`, with what its form takes. */
export async function actionSchemas() {
  const found = new Map<string, z.ZodType | null>();
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => /actions?\.ts$/.test(name)).sort()) {
    const module = await import(/* @vite-ignore */ path.resolve("app", file));
    for (const [name, value] of Object.entries<object>(module)) {
      if (!/Action$/.test(name)) continue;
      found.set(`${roomOf(file)} ${name}`, "schema" in value ? (value.schema as z.ZodType) : null);
    }
  }
  return found;
}
