import { Readable } from "node:stream";
import { z } from "zod";
import { tooFast } from "@/lib/auth/pace";
import { currentActor } from "@/lib/auth/session";
import { streamArchive } from "@/lib/documents/archive/rules";
import { writeDocument } from "@/lib/documents/official/rules";
import { Refusal } from "@/lib/errors";
import { attachmentHeader } from "@/lib/files/rules";
import { openKeptFile } from "@/lib/files/storage";
import { openPacket } from "@/lib/incidents/packet/commands";
import {
  evidenceCsv,
  evidenceListDocument,
  type Packet,
  receiptDocument,
} from "@/lib/incidents/packet/paper/rules";

/** The evidence of a case with its list and the receipt to sign, to be handed to the police. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/incidents/[id]/packet">,
) {
  const actor = await currentActor();
  const hasty = actor && (await tooFast(actor.userId, "export"));
  if (hasty) return hasty;
  const id = z.uuid().safeParse((await params).id);
  if (!actor || !id.success) return notFound();
  try {
    const packet = await openPacket(actor, id.data);
    const stream = streamArchive(await entriesOf(packet));
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        "Content-Type": "application/zip",
        "Content-Disposition": attachmentHeader(`Hồ sơ minh chứng ${packet.incident.code}.zip`),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.reason === "invalid") return new Response(error.message, { status: 409 });
    return notFound();
  }
}

const notFound = () => new Response("Không tìm thấy hồ sơ minh chứng.", { status: 404 });

async function entriesOf(packet: Packet) {
  const { at, pieces } = packet;
  const receipt = receiptDocument(packet);
  const list = await writeDocument(evidenceListDocument(packet), "pdf");
  const [receiptPdf, receiptWord] = [
    await writeDocument(receipt, "pdf"),
    await writeDocument(receipt, "docx"),
  ];
  return [
    { name: "Danh mục minh chứng.pdf", at, bytes: list },
    { name: "Danh mục minh chứng.csv", at, bytes: Buffer.from(evidenceCsv(packet), "utf8") },
    { name: "Biên bản giao nhận.pdf", at, bytes: receiptPdf },
    { name: "Biên bản giao nhận.docx", at, bytes: receiptWord },
    ...pieces.map(({ file, addedAt }, index) => ({
      folder: "Minh chứng",
      name: `${String(index + 1).padStart(3, "0")} ${file.name}`,
      at: addedAt,
      sha256: file.sha256,
      open: () => openKeptFile(file.sha256),
    })),
  ];
}
