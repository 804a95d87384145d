import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setFieldKeys } from "@/lib/auth/field-keys";
import { revealComplainant } from "@/lib/complaints/complainants/commands";
import { uploadImport } from "@/lib/complaints/import/commands";
import { findImport } from "@/lib/complaints/import/queries";
import { listComplaints } from "@/lib/complaints/queries";
import { complaintFilterSchema } from "@/lib/complaints/schema";
import { db } from "@/lib/db";
import { databaseUrl } from "@/lib/env";
import { runCommand } from "@/tests/support/cli-command";
import { aDistrictWithTelcos, aNumber, anEnteredComplaint } from "@/tests/support/complaints";

const room = mkdtempSync(path.join(tmpdir(), "keys-"));
const ring = path.join(room, "field-keys");
const aKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;

beforeAll(forgetOthers, 60_000);

afterAll(async () => {
  await forgetOthers();
  setFieldKeys(undefined);
  rmSync(room, { recursive: true, force: true });
}, 60_000);

/** What other tests sealed with keys that are not in this folder. */
async function forgetOthers() {
  await db.complaint.updateMany({ data: { complainant: null, complainantKey: null } });
  await db.complaintImport.updateMany({ data: { sealed: null } });
}

/** As a person runs it, on the database of these tests. */
const rotate = () =>
  runCommand("keys-rotate", {
    env: { DATA_DIR: room, DATABASE_URL: databaseUrl(), FIELD_KEYS: "" },
  });

test("`npm run keys:rotate` makes a key, seals everything with it, and the old one may go", async () => {
  const old = aKey("old");
  writeFileSync(ring, old);
  setFieldKeys(old);
  const { liaison } = await aDistrictWithTelcos();
  const phone = aNumber();
  const { complaintId } = await anEnteredComplaint(liaison, { complainantPhone: phone });
  const importId = randomUUID();
  const file = new File([`Ngày,Loại,Nguồn\n20/01/2025,S,${aNumber()}\n`], "a.csv");
  await uploadImport(liaison, { importId, file });

  const done = await rotate();
  expect(done.output).toMatch(/Đã mã hóa lại 1 phản ánh, 1 tệp bằng khóa k[0-9a-f]{8}/);
  expect(done.code).toBe(0);
  const [fresh = "", kept] = readFileSync(ring, "utf8").trim().split("\n");
  expect(kept).toBe(old);
  const row = await db.complaint.findUniqueOrThrow({ where: { id: complaintId } });
  expect(row.complainant).toMatch(new RegExp(`^${fresh.split(":")[0]}\\.`));

  // Only the new key: who complained is read and found, and so is the file that waits.
  setFieldKeys(fresh);
  expect(await revealComplainant(liaison, { complaintId })).toContain(phone);
  const filter = complaintFilterSchema.parse({ show: "all", q: phone });
  expect((await listComplaints(liaison, filter)).rows).toHaveLength(1);
  expect(await findImport(liaison, importId)).toMatchObject({ total: 1, rows: [{ line: 2 }] });
}, 60_000);
