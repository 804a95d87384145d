import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { layOut, saidBy } from "@/lib/documents/official/layout/rules";
import { openKeptFile } from "@/lib/files/storage";
import { addEvidence } from "@/lib/incidents/evidence/commands";
import { takeIncident } from "@/lib/incidents/handling/commands";
import { openPacket, recordReceipt } from "@/lib/incidents/packet/commands";
import {
  evidenceCsv,
  evidenceListDocument,
  receiptDocument,
} from "@/lib/incidents/packet/paper/rules";
import { now } from "@/lib/time";
import { auditOf } from "@/tests/support/district";
import { aDistrictWithPolice, aReportedIncident } from "@/tests/support/incidents";

const file = (name: string, text: string) => new File([text], name, { type: "text/html" });

async function aCaseWithEvidence() {
  const district = await aDistrictWithPolice();
  const incidentId = await aReportedIncident(district.staff);
  await addEvidence(district.staff, {
    incidentId,
    requestId: randomUUID(),
    note: "Chụp lúc 2 giờ",
    files: [file("../../x.html", "<script>1</script>"), file("nhật ký.txt", "GET /")],
  });
  await takeIncident(district.policeLead, { incidentId });
  return { ...district, incidentId };
}

const receipt = (incidentId: string, evidenceIds: string[]) => ({
  incidentId,
  requestId: randomUUID(),
  evidenceIds,
  receiver: "Thượng úy Nông Văn Đạt, Đội An ninh",
  receivedAt: now(),
  note: "",
});

const actsOf = async (incidentId: string) => {
  const rows = await db.evidenceCustody.findMany({
    where: { evidence: { incidentId } },
    orderBy: { at: "asc" },
    select: { act: true },
  });
  return rows.map(({ act }) => act).sort();
};

describe("the packet for the police", () => {
  test("lists every piece with its hash and hands, and writes down who took it", async () => {
    const { policeLead, incidentId } = await aCaseWithEvidence();
    const packet = await openPacket(policeLead, incidentId);
    const list = saidBy(layOut(evidenceListDocument(packet)));
    const signed = saidBy(layOut(receiptDocument(packet)));
    const csv = evidenceCsv(packet);
    for (const { file: piece } of packet.pieces) {
      for (const lines of [list, signed]) expect(lines).toContain(piece.sha256);
      expect(csv).toContain(piece.sha256);
      const bytes = await buffer(await openKeptFile(piece.sha256));
      expect(bytes.length).toBe(piece.size);
    }
    expect(list).toContain("Thu nhận");
    expect(signed).toContain("BÊN NHẬN");
    expect(await actsOf(incidentId)).toEqual(["collected", "collected", "opened", "opened"]);
    expect(await auditOf(incidentId)).toContain("incident.pack-evidence");
  });

  test("is for the handler, the police and the district; not for the unit, another or a telco", async () => {
    const { incidentId, staff, otherLead, liaison, officer } = await aCaseWithEvidence();
    await expect(openPacket(staff, incidentId)).rejects.toMatchObject({ reason: "forbidden" });
    for (const stranger of [otherLead, liaison]) {
      await expect(openPacket(stranger, incidentId)).rejects.toMatchObject({ reason: "not-found" });
    }
    expect((await openPacket(officer, incidentId)).pieces).toHaveLength(2);
  });

  test("is not made where there is no evidence", async () => {
    const { policeLead, staff } = await aDistrictWithPolice();
    const incidentId = await aReportedIncident(staff);
    await expect(openPacket(policeLead, incidentId)).rejects.toThrow(/chưa có minh chứng/);
  });

  test("once signed for, each piece has one more hand; sent twice it is once", async () => {
    const { policeLead, incidentId } = await aCaseWithEvidence();
    const { pieces } = await openPacket(policeLead, incidentId);
    const ids = pieces.map(({ id }) => id);
    // As a form says it: the minute alone, also when a piece came within that minute.
    const minute = new Date(Math.floor(now().getTime() / 60_000) * 60_000);
    const given = { ...receipt(incidentId, ids), receivedAt: minute };
    await Promise.all([recordReceipt(policeLead, given), recordReceipt(policeLead, given)]);
    const rows = await db.evidenceCustody.findMany({
      where: { evidence: { incidentId }, act: "handed_over" },
      select: { receiver: true, byName: true },
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ receiver: given.receiver, byName: policeLead.fullName });
    const audit = await auditOf(incidentId);
    expect(audit.filter((action) => action === "incident.record-receipt")).toHaveLength(1);
  });

  test("a receipt for what is not of the case, or for the future, is refused and writes nothing", async () => {
    const { policeLead, staff, liaison, incidentId } = await aCaseWithEvidence();
    const other = await aCaseWithEvidence();
    const [foreign] = await db.incidentEvidence.findMany({
      where: { incidentId: other.incidentId },
      select: { id: true },
    });
    const [own] = await db.incidentEvidence.findMany({
      where: { incidentId },
      select: { id: true },
    });
    const ids = [own?.id ?? "", foreign?.id ?? ""];
    await expect(recordReceipt(policeLead, receipt(incidentId, ids))).rejects.toMatchObject({
      reason: "not-found",
    });
    const later = new Date(now().getTime() + 3_600_000);
    await expect(
      recordReceipt(policeLead, { ...receipt(incidentId, ids.slice(0, 1)), receivedAt: later }),
    ).rejects.toThrow(/giờ đó chưa tới/);
    const before = new Date(now().getTime() - 86_400_000);
    await expect(
      recordReceipt(policeLead, { ...receipt(incidentId, ids.slice(0, 1)), receivedAt: before }),
    ).rejects.toThrow(/thêm sau lúc giao nhận/);
    await expect(recordReceipt(staff, receipt(incidentId, ids.slice(0, 1)))).rejects.toMatchObject({
      reason: "forbidden",
    });
    await expect(
      recordReceipt(liaison, receipt(incidentId, ids.slice(0, 1))),
    ).rejects.toMatchObject({ reason: "not-found" });
    expect(await actsOf(incidentId)).toEqual(["collected", "collected"]);
  });
});
