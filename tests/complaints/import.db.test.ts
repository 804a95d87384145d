import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import type { Actor } from "@/lib/auth/actor";
import { systemActor } from "@/lib/auth/system-actor";
import { revealComplainant } from "@/lib/complaints/complainants/commands";
import {
  discardImport,
  matchColumns,
  takeImport,
  undoImport,
  uploadImport,
} from "@/lib/complaints/import/commands";
import { findBadRows, findImport, listImports } from "@/lib/complaints/import/queries";
import { csvReader, harmless, readCsv, writeCsv } from "@/lib/complaints/import/reading/rules";
import { readChannel, readKind, readMoment, readState } from "@/lib/complaints/import/rules";
import { resumeImports, runImport } from "@/lib/complaints/import/running/commands";
import { matchColumnsSchema, ROWS_LIMIT } from "@/lib/complaints/import/schema";
import { verifyComplaint } from "@/lib/complaints/moves/commands";
import { listComplaints } from "@/lib/complaints/queries";
import { eraseComplainants } from "@/lib/complaints/retention/commands";
import { complaintFilterSchema } from "@/lib/complaints/schema";
import { db } from "@/lib/db";
import { writeWorkbook } from "@/lib/documents/workbook";
import { setClock } from "@/lib/time";
import { aDistrictWithTelcos } from "@/tests/support/complaints";
import { auditOf } from "@/tests/support/district";

const HEADER = "Mã,Ngày tiếp nhận,Loại phản ánh,Số bị phản ánh,Nội dung,Kênh,Họ tên,Số điện thoại";

/** So many rows, every one of `bad` wrong. */
function aFile(rows: number, bad: number[] = [], mark: string = randomUUID().slice(0, 8)) {
  const lines = Array.from({ length: rows }, (_, n) => {
    const kind = bad.includes(n) ? "???" : ["Tin nhắn rác", "Cuộc gọi lừa đảo"][n % 2];
    return `${mark}-${n},2025-01-2${n % 8} 0${n % 9}:30,${kind},09${String(10_000_000 + (n % 50))},"Vay ""nhanh"", lãi thấp",5656,Nguyễn Văn A,0977${String(100_000 + n)}`;
  });
  return [HEADER, ...lines].join("\r\n");
}

async function uploaded(actor: Actor, text: string | Buffer, name = "phan-anh.csv") {
  const importId = randomUUID();
  await uploadImport(actor, { importId, file: new File([text as BlobPart], name) });
  return importId;
}

async function taken(actor: Actor, importId: string) {
  await takeImport(actor, { importId });
  await runImport(actor, importId);
  return findImport(actor, importId);
}

const countOf = (importId: string) => db.complaint.count({ where: { importId } });

describe("a file", () => {
  test("of two thousand rows with 37 wrong ones is taken in, mended and sent again", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const bad = Array.from({ length: 37 }, (_, n) => n * 50 + 3);
    const text = aFile(2000, bad);
    const first = await uploaded(liaison, text);
    expect(await findImport(liaison, first)).toMatchObject({ total: 2000, bad: 37, missing: [] });
    expect((await taken(liaison, first))?.taken).toBe(1963);
    expect(await countOf(first)).toBe(1963);
    expect(await auditOf(first)).toEqual(["complaint-import.upload", "complaint-import.take"]);

    const wrong = await findBadRows(liaison, first);
    expect([...readCsv(wrong?.csv ?? "")]).toHaveLength(38);
    expect(wrong?.csv).toContain("Không hiểu loại phản ánh “???”.");
    const mended = (wrong?.csv ?? "").replaceAll("???", "Tin nhắn rác");
    const second = await uploaded(liaison, mended, "da-sua.csv");
    expect(await taken(liaison, second)).toMatchObject({ taken: 37, bad: 0, doubles: 0 });

    // The whole file once more: nothing comes twice.
    const third = await uploaded(liaison, text);
    expect(await taken(liaison, third)).toMatchObject({ taken: 0, doubles: 1963, bad: 37 });
    expect(await db.complaint.count({ where: { telcoId: liaison.unitId } })).toBe(2000);
    const codes = await db.complaint.groupBy({
      by: ["year", "number"],
      where: { telcoId: liaison.unitId },
    });
    expect(codes).toHaveLength(2000);
  });

  test("keeps nobody's name readable, neither while it waits nor once it is in", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const id = await uploaded(liaison, aFile(3, [1]));
    const row = () => db.complaintImport.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from((await row()).sealed ?? []).toString("latin1")).not.toContain("0977100");
    await taken(liaison, id);
    const [complaint] = await db.complaint.findMany({ where: { importId: id } });
    expect(complaint?.complainant).not.toContain("0977");
    const found = await listComplaints(liaison, complaintFilterSchema.parse({ q: "0977 100 000" }));
    expect(found.rows).toHaveLength(1);
  });

  test("comes in to the last sign, whatever the signs are", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const long = "ằ😀\\N\\t".repeat(300).slice(0, 1999);
    const told = [`Vay \\. "nhanh" ${"\\"}`, long, "\\N", "", "x"];
    const cells = told.map((content, n) => [
      `${randomUUID()}`,
      `2025-01-2${n} 23:59`,
      "Cuộc gọi lừa đảo",
      "0912345678",
      content,
      "Đặng Thị Ngọc Ánh 😀",
      "0977000222",
    ]);
    const header = ["Mã", "Ngày", "Loại", "Nguồn", "Nội dung", "Họ tên", "Số điện thoại"];
    const importId = await uploaded(liaison, writeCsv([header, ...cells]));
    expect(await taken(liaison, importId)).toMatchObject({ taken: 5, bad: 0 });
    const rows = await db.complaint.findMany({
      where: { importId },
      orderBy: { receivedAt: "asc" },
    });
    expect(rows.map(({ content }) => content)).toEqual(told);
    expect(rows.map(({ receivedAt }) => receivedAt.toISOString())).toEqual(
      told.map((_, n) => `2025-01-2${n}T16:59:00.000Z`),
    );
    const [first] = rows;
    expect(first).toMatchObject({ version: 1, state: "new", channel: "hotline", closedBy: "" });
    expect(await revealComplainant(liaison, { complaintId: first?.id ?? "" })).toBe(
      "Đặng Thị Ngọc Ánh 😀 · 0977000222",
    );
  });

  test("without ids of the telco's own is told apart by what its rows say", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const text =
      "Ngày,Loại,Nguồn,Nội dung\n28/01/2025 09:30,S,0912345678,vay\n09:30 28/01/2025,tin nhắn rác,+84 912 345 678,vay\n";
    expect(await taken(liaison, await uploaded(liaison, text))).toMatchObject({
      taken: 1,
      doubles: 1,
    });
  });

  test("as a workbook is read alike", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const workbook = await writeWorkbook([
      {
        name: "Phản ánh",
        heading: [],
        columns: ["Ngày tiếp nhận", "Loại", "Nguồn bị phản ánh"].map((title) => ({
          title,
          width: 20,
        })),
        rows: [[new Date("2025-01-28T09:30:00+07:00"), "Cuộc gọi rác", "0165 5123456"]],
      },
    ]);
    const id = await uploaded(liaison, workbook, "phan-anh.xlsx");
    expect(await taken(liaison, id)).toMatchObject({ taken: 1, bad: 0 });
    const [row] = await db.complaint.findMany({ where: { importId: id } });
    expect(row).toMatchObject({ sourceValue: "0355123456", kind: "spam_call" });
    expect(row?.receivedAt.toISOString()).toBe("2025-01-28T02:30:00.000Z");
  });

  test("tells how its cases stand; they end as they ended, and are counted on that day", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const text = [
      "Ngày tiếp nhận,Loại,Nguồn,Tình trạng xử lý,Ngày xử lý xong,Kết quả",
      "20/01/2025 08:00,S,0912345601,,,",
      "20/01/2025 08:00,S,0912345602,Đang xác minh,,",
      "20/01/2025 08:00,S,0912345603,Đã xử lý,21/01/2025 09:00,Chặn hai chiều",
      "20/01/2025 08:00,S,0912345604,Từ chối,30/01/2025 09:00,Không phải tin rác",
      "20/01/2025 08:00,S,0912345605,Đã xử lý,,",
      "20/01/2025 08:00,S,0912345606,Đã xử lý,19/01/2025 09:00,",
      "20/01/2025 08:00,S,0912345607,Từ chối,21/01/2025 09:00,",
      "20/01/2025 08:00,S,0912345608,Chuyển công an,21/01/2025 09:00,x",
    ].join("\n");
    const importId = await uploaded(liaison, text);
    expect(await findImport(liaison, importId)).toMatchObject({
      bad: 4,
      errors: [
        { problem: "Thiếu ngày giờ xử lý xong." },
        { problem: "Xử lý xong trước khi tiếp nhận." },
        { problem: "Không xử lý thì phải có lý do." },
        { problem: "Không hiểu tình trạng xử lý “Chuyển công an”." },
      ],
    });
    await taken(liaison, importId);
    const rows = await db.complaint.findMany({
      where: { importId },
      orderBy: { sourceValue: "asc" },
    });
    expect(rows).toMatchObject([
      { state: "new", closedAt: null, verifyingAt: null },
      { state: "verifying", closedAt: null },
      { state: "handled", stateReason: "Chặn hai chiều", closedBy: liaison.fullName },
      { state: "rejected", stateReason: "Không phải tin rác" },
    ]);
    expect(rows[2]?.closedAt).toEqual(new Date("2025-01-21T09:00:00+07:00"));
    const late = await listComplaints(liaison, complaintFilterSchema.parse({ show: "done" }));
    expect(late.rows.map((row) => [row.state, row.late])).toEqual(
      expect.arrayContaining([
        ["handled", false],
        ["rejected", true],
      ]),
    );
    const tally = await db.complaintTally.findMany({
      where: { telcoId: liaison.unitId, event: { not: "received" } },
      orderBy: { day: "asc" },
    });
    expect(tally).toMatchObject([
      { event: "handled", count: 1, day: new Date("2025-01-21") },
      { event: "rejected", count: 1, day: new Date("2025-01-30") },
    ]);
    await undoImport(liaison, { importId });
    expect(await countOf(importId)).toBe(0);
  });

  test("shows how far it is while it is taken in", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const importId = await uploaded(liaison, aFile(21_000));
    await takeImport(liaison, { importId });
    const seen: number[] = [];
    const running = runImport(liaison, importId).then(() => "done");
    for (;;) {
      const ended = await Promise.race([running, new Promise((go) => setTimeout(go, 5))]);
      const { read, state } = await db.complaintImport.findUniqueOrThrow({
        where: { id: importId },
        select: { read: true, state: true },
      });
      if (state === "running") seen.push(read);
      if (ended) break;
    }
    expect(seen).toEqual(expect.arrayContaining([10_000, 20_000]));
    expect(await findImport(liaison, importId)).toMatchObject({ read: 21_000, taken: 21_000 });
  });

  test("has its columns matched by hand, and the next one knows them", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const text = "A,B,C\n28/01/2025,S,0912345678\n";
    const id = await uploaded(liaison, text);
    expect((await findImport(liaison, id))?.missing).toHaveLength(3);
    await expect(takeImport(liaison, { importId: id })).rejects.toMatchObject({
      reason: "invalid",
    });
    await matchColumns(
      liaison,
      matchColumnsSchema.parse({
        importId: id,
        receivedAt: "0",
        kind: "1",
        source: "2",
        content: "",
      }),
    );
    expect(await findImport(liaison, id)).toMatchObject({ missing: [], bad: 0 });
    const next = await uploaded(liaison, "C,A,B\n0912345679,28/01/2025,S\n");
    expect((await findImport(liaison, next))?.columns).toMatchObject({
      source: 0,
      receivedAt: 1,
      kind: 2,
    });
  });

  test("is all in or not at all", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const id = await uploaded(liaison, aFile(20));
    await takeImport(liaison, { importId: id });
    // The last row's source meets a broken trigger: what came before it must be gone too.
    await db.$executeRawUnsafe(
      `ALTER TABLE "ComplaintImport" ADD CONSTRAINT never_done CHECK (id <> '${id}' OR state <> 'done') NOT VALID`,
    );
    await expect(runImport(liaison, id)).rejects.toThrow();
    await db.$executeRawUnsafe(`ALTER TABLE "ComplaintImport" DROP CONSTRAINT never_done`);
    expect(await countOf(id)).toBe(0);
    expect(await findImport(liaison, id)).toMatchObject({ state: "failed", taken: 0 });
    await discardImport(liaison, { importId: id });
  });

  test("that was left by a process is finished by the next minute, once", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const importId = await uploaded(liaison, aFile(5));
    await takeImport(liaison, { importId });
    await resumeImports(systemActor);
    expect(await countOf(importId)).toBe(0);
    await db.complaintImport.update({ where: { id: importId }, data: { beatAt: new Date(0) } });
    await Promise.all([resumeImports(systemActor), resumeImports(systemActor)]);
    expect(await countOf(importId)).toBe(5);
  });

  test("is taken back while nobody has worked on it; its figures and sources go with it", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const importId = await uploaded(liaison, aFile(12));
    await taken(liaison, importId);
    await undoImport(liaison, { importId });
    expect(await countOf(importId)).toBe(0);
    const tally = await db.complaintTally.findMany({
      where: { telcoId: liaison.unitId, count: { not: 0 } },
    });
    expect(tally).toEqual([]);

    const again = await uploaded(liaison, aFile(12));
    await taken(liaison, again);
    const one = await db.complaint.findFirstOrThrow({ where: { importId: again } });
    await verifyComplaint(liaison, { complaintId: one.id, version: 1 });
    await expect(undoImport(liaison, { importId: again })).rejects.toMatchObject({
      reason: "conflict",
    });
    expect(await countOf(again)).toBe(12);
  });

  test("is not kept longer than who complained: rows to mend, and a file never taken in", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const waiting = await uploaded(liaison, aFile(2));
    const mended = await uploaded(liaison, aFile(3, [1]));
    await taken(liaison, mended);
    setClock(new Date(Date.now() + 366 * 86_400_000).toISOString());
    expect((await eraseComplainants(systemActor)).files).toBeGreaterThanOrEqual(2);
    setClock(undefined);
    expect(await findImport(liaison, waiting)).toBeNull();
    expect(await findBadRows(liaison, mended)).toBeNull();
    expect(await findImport(liaison, mended)).toMatchObject({
      taken: 2,
      bad: 1,
      hasBadFile: false,
    });
    expect(await countOf(mended)).toBe(2);
  });

  test("of another telco is not there, by any door", async () => {
    const { liaison, otherLiaison, lead } = await aDistrictWithTelcos();
    const importId = await uploaded(liaison, aFile(4, [0]));
    expect(await listImports(otherLiaison)).toEqual([]);
    expect(await findImport(otherLiaison, importId)).toBeNull();
    expect(await findBadRows(otherLiaison, importId)).toBeNull();
    const notFound = { reason: "not-found" };
    await expect(takeImport(otherLiaison, { importId })).rejects.toMatchObject(notFound);
    await expect(undoImport(otherLiaison, { importId })).rejects.toMatchObject(notFound);
    await expect(discardImport(otherLiaison, { importId })).rejects.toMatchObject(notFound);
    await expect(matchColumns(otherLiaison, { importId })).rejects.toMatchObject(notFound);
    await expect(uploaded(lead, aFile(2))).rejects.toMatchObject({ reason: "forbidden" });
  });

  test("with nothing in it, or that is none, is refused", async () => {
    const { liaison } = await aDistrictWithTelcos();
    await expect(uploaded(liaison, HEADER)).rejects.toMatchObject({ reason: "invalid" });
    for (const bytes of [
      [0xff, 0xfe, 0, 0],
      [0x80, 0x81],
      [0x41, 0x00],
    ]) {
      await expect(uploaded(liaison, Buffer.from(bytes))).rejects.toMatchObject({
        reason: "invalid",
      });
    }
  });
});

describe("a file that is too much", () => {
  test("of rows is refused with how many there may be", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const rows = `${HEADER}\n${"a,b\n".repeat(ROWS_LIMIT + 1)}`;
    await expect(uploaded(liaison, rows)).rejects.toThrow("Tệp có hơn 200.000 dòng");
  });

  test("with a quote that never closes is refused with its line", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const text = `${HEADER}\na,b\n"c,${"x,y\n".repeat(80_000)}`;
    await expect(uploaded(liaison, text)).rejects.toThrow(
      "Dòng 3: dấu ngoặc kép mở mà không đóng.",
    );
  });

  test("as a workbook is refused with what to do instead", async () => {
    const { liaison } = await aDistrictWithTelcos();
    const zip = new ZipFile();
    const sheet = `<worksheet>${"<row><c/></row>".repeat(110_000)}</worksheet>`;
    zip.addBuffer(Buffer.from(sheet), "xl/worksheets/sheet1.xml", { compress: false });
    zip.end();
    const workbook = await buffer(zip.outputStream);
    await expect(uploaded(liaison, workbook, "lon.xlsx")).rejects.toThrow("CSV UTF-8");
    expect(await listImports(liaison)).toEqual([]);
  });
});

describe("reading", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('"', "a,b", "x\r\ny", "=1+1", "+84912345678", "@SUM"),
  );

  test("a CSV that was written gives back its cells, as another reader reads them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const width = rows[0]?.length ?? 2;
          const table = [
            Array.from({ length: width }, (_, n) => `cột ${n}`),
            ...rows.map((row) => Array.from({ length: width }, (_, n) => row[n] ?? "x")),
          ];
          const text = writeCsv(table);
          const safe = table.map((row) => row.map(harmless));
          expect([...readCsv(text)]).toEqual(safe);
          expect(parse(text, { bom: true })).toEqual(safe);
        },
      ),
    );
  });

  test("it does not matter where a file is cut into pieces", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(200), { maxLength: 6 }),
        (rows, cuts) => {
          const text = writeCsv([["a", "b"], ...rows]);
          const reader = csvReader();
          const read: string[][] = [];
          let from = 0;
          for (const to of [...cuts.sort((a, b) => a - b), text.length]) {
            read.push(...reader.push(text.slice(from, to)));
            from = Math.max(from, to);
          }
          read.push(...reader.end());
          expect(read).toEqual(readCsv(text));
        },
      ),
    );
  });

  test("a telco's words for how a case stands are understood", () => {
    for (const [told, state] of [
      ["Mới tiếp nhận", "new"],
      ["Chưa xử lý", "new"],
      ["Đang xác minh", "verifying"],
      ["Đang xử lý", "verifying"],
      ["Đã xử lý", "handled"],
      ["Hoàn thành", "handled"],
      ["Đã khóa 2 chiều", "handled"],
      ["Không xử lý", "rejected"],
      ["Không hợp lệ", "rejected"],
    ]) {
      expect(readState(told ?? ""), told).toBe(state);
    }
    for (const told of ["Đã chuyển công an", "Chuyển mạng khác", "???"])
      expect(readState(told), told).toBeNull();
  });

  test("no cell that is written runs as a formula", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(harmless(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  test("words and times are understood as telcos write them", () => {
    expect(readKind("SMS lừa đảo")).toBe("scam_sms");
    expect(readKind("Cuộc gọi rác")).toBe("spam_call");
    expect(readKind("Giả mạo brandname")).toBe("fake_brandname");
    expect(readKind("Trạm BTS giả")).toBe("fake_station");
    expect(readKind("khác")).toBeNull();
    expect(readChannel("Đầu số 156")).toBe("line_156");
    for (const text of [
      "28/01/2025 09:30",
      "09:30 28/01/2025",
      "2025-01-28 09:30",
      "28-01-2025 9h30",
    ]) {
      expect(readMoment(text)?.toISOString(), text).toBe("2025-01-28T02:30:00.000Z");
    }
    expect(readMoment("31/02/2025")).toBeNull();
    expect(readMoment("hôm qua")).toBeNull();
  });
});
