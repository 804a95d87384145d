import { writeCsv } from "@/lib/documents/csv/rules";
import type { Block, OfficialDocument } from "@/lib/documents/official/schema";
import { formatSize } from "@/lib/files/rules";
import { formatInstant, isoDay } from "@/lib/time";
import { custodyLabel } from "../../evidence/labels";
import { kindLabels } from "../../labels";
import type { IncidentKind } from "../../schema";

type Hand = {
  act: string;
  at: Date;
  byName: string;
  unitName: string;
  receiver: string;
  note: string;
};

export type Piece = {
  id: string;
  note: string;
  addedAt: Date;
  addedBy: string;
  file: { name: string; size: number; sha256: string };
  custody: Hand[];
};

export type Packet = {
  incident: {
    code: string;
    drill: boolean;
    kind: IncidentKind;
    place: string;
    detectedAt: Date;
    unit: string;
  };
  giver: { fullName: string; title: string; phone: string | null; unit: string };
  pieces: Piece[];
  at: Date;
};

/** The list of evidence: each piece with its hash, and below it through whose hands it went. */
export function evidenceListDocument(packet: Packet): OfficialDocument {
  return {
    ...paperOf(packet),
    title: `Danh mục minh chứng ${packet.incident.code}`,
    type: "DANH MỤC MINH CHỨNG",
    body: [...factsOf(packet), pieceTable(packet.pieces)],
    signatures: [
      {
        authority: ["Người lập"],
        name: packet.giver.fullName,
        note: "(Ký, ghi rõ họ tên)",
      },
    ],
    annexes: [
      {
        title: "Quá trình quản lý minh chứng",
        body: [custodyTable(packet.pieces)],
        landscape: true,
      },
    ],
  };
}

/** To be signed by both: what was given, in what state, to whom. */
export function receiptDocument(packet: Packet): OfficialDocument {
  const { giver, pieces, at } = packet;
  return {
    ...paperOf(packet),
    title: `Biên bản giao nhận minh chứng ${packet.incident.code}`,
    type: "BIÊN BẢN GIAO NHẬN MINH CHỨNG",
    body: [
      { kind: "field", label: "Thời điểm giao nhận", value: null },
      { kind: "field", label: "Địa điểm", value: null },
      { kind: "heading", level: 2, text: "1. Bên giao" },
      { kind: "field", label: "Đơn vị", value: giver.unit },
      { kind: "field", label: "Người giao", value: giver.fullName },
      { kind: "field", label: "Chức vụ", value: giver.title || null },
      { kind: "field", label: "Điện thoại", value: giver.phone },
      { kind: "heading", level: 2, text: "2. Bên nhận" },
      { kind: "field", label: "Đơn vị", value: null },
      { kind: "field", label: "Người nhận", value: null },
      { kind: "field", label: "Chức vụ", value: null },
      { kind: "field", label: "Điện thoại", value: null },
      { kind: "heading", level: 2, text: "3. Minh chứng giao nhận" },
      ...factsOf(packet),
      pieceTable(pieces),
      {
        kind: "paragraph",
        text: `Hồ sơ lập lúc ${formatInstant(at)}, gồm ${pieces.length} tệp. Bên nhận đối chiếu mã SHA-256 của từng tệp với danh mục trước khi ký. Biên bản lập thành hai bản, mỗi bên giữ một bản.`,
      },
    ],
    signatures: [
      { authority: ["Bên giao"], name: giver.fullName, note: "(Ký, ghi rõ họ tên)" },
      { authority: ["Bên nhận"], name: "", note: "(Ký, ghi rõ họ tên)" },
    ],
    annexes: [],
  };
}

function paperOf({ incident, giver, at }: Packet) {
  return {
    issuer: giver.unit,
    number: null,
    symbol: "",
    place: "",
    date: isoDay(at),
    stamp: incident.drill ? "DIỄN TẬP" : undefined,
    subject: `Sự cố ${incident.code}`,
    addressees: [],
    closed: false,
    copies: [],
  };
}

const factsOf = ({ incident }: Packet): Block[] => [
  { kind: "field", label: "Sự cố", value: `${incident.code}, ${kindLabels[incident.kind]}` },
  { kind: "field", label: "Đơn vị bị sự cố", value: incident.unit },
  { kind: "field", label: "Hệ thống, nơi xảy ra", value: incident.place },
  { kind: "field", label: "Thời điểm phát hiện", value: formatInstant(incident.detectedAt) },
];

const pieceTable = (pieces: Piece[]): Block => ({
  kind: "table",
  caption: "Minh chứng",
  columns: [
    { title: "TT", width: 1, align: "center" },
    { title: "Tên tệp", width: 4.2 },
    { title: "SHA-256", width: 5.2 },
    { title: "Dung lượng", width: 2.2, align: "right" },
    { title: "Thu nhận", width: 3.4 },
  ],
  rows: pieces.map(({ file, addedAt, addedBy }, index) => [
    String(index + 1),
    file.name,
    file.sha256,
    formatSize(file.size),
    `${formatInstant(addedAt)}, ${addedBy}`,
  ]),
});

const custodyTable = (pieces: Piece[]): Block => ({
  kind: "table",
  caption: "Quá trình quản lý minh chứng",
  columns: [
    { title: "Tệp", width: 1.2, align: "center" },
    { title: "Thời điểm", width: 3 },
    { title: "Việc", width: 2.4 },
    { title: "Người thực hiện", width: 5 },
    { title: "Người nhận", width: 4 },
    { title: "Ghi chú", width: 4 },
  ],
  rows: pieces.flatMap(({ custody }, index) =>
    custody.map(({ at, act, byName, unitName, receiver, note }) => [
      String(index + 1),
      formatInstant(at),
      custodyLabel(act),
      `${byName}, ${unitName}`,
      receiver,
      note,
    ]),
  ),
});

/** The same for a program: a line for each hand that a piece went through. */
export const evidenceCsv = ({ incident, pieces }: Packet) =>
  writeCsv([
    [
      "Mã sự cố",
      "TT",
      "Tên tệp",
      "Dung lượng (byte)",
      "SHA-256",
      "Việc",
      "Thời điểm",
      "Người thực hiện",
      "Đơn vị",
      "Người nhận",
      "Ghi chú",
    ],
    ...pieces.flatMap(({ file, custody }, index) =>
      custody.map(({ act, at, byName, unitName, receiver, note }) => [
        incident.code,
        String(index + 1),
        file.name,
        String(file.size),
        file.sha256,
        custodyLabel(act),
        formatInstant(at),
        byName,
        unitName,
        receiver,
        note,
      ]),
    ),
  ]);
