/** Pictures that are kept as photos of an event. */
export const photoTypes = ["image/jpeg", "image/png", "image/webp"];

/**
 * The picture without what the camera wrote beside it: place, device, time, and the small second
 * picture that carries them again. Which way up it is stays. What is no picture stays as it is.
 */
export function withoutCameraNotes(bytes: Uint8Array, mediaType: string): Uint8Array {
  if (mediaType === "image/jpeg") return cleanJpeg(bytes);
  if (mediaType === "image/png") return cleanPng(bytes);
  if (mediaType === "image/webp") return cleanWebp(bytes);
  return bytes;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

/** Segments are kept but for APP1 (Exif, XMP), APP3-13, APP15 and comments; after the end is nothing. */
function cleanJpeg(bytes: Uint8Array) {
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  let way = 1;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SOS) {
      kept.push(bytes.subarray(at, endOfImage(bytes, at)));
      const turned = way === 1 ? [] : [orientationOnly(way)];
      return joined([kept[0] ?? new Uint8Array(), ...turned, ...kept.slice(1)]);
    }
    const length = 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    const segment = bytes.subarray(at, at + length);
    if (marker === APP1) way = orientationOf(segment) ?? way;
    if (isPicture(marker, segment)) kept.push(segment);
    at += length;
  }
  // Not the JPEG it said it was: nothing of it is trusted to be free of a position.
  return new Uint8Array();
}

/** APP2 holds the colour profile; as `MPF` it points to second pictures. */
function isPicture(marker: number, segment: Uint8Array) {
  if (marker === COMMENT) return false;
  if (marker === APP2) return text(segment, 4, 11) === "ICC_PROFILE";
  return marker < APP1 || marker === APP0 || marker === APP14 || marker > APP15;
}

/** From the first scan over all scans and the tables between them to the end mark. */
function endOfImage(bytes: Uint8Array, from: number) {
  let at = from;
  while (at + 4 <= bytes.length) {
    if (bytes[at + 1] === EOI) return at + 2;
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    while (at + 1 < bytes.length && !isMarker(bytes, at)) at += 1;
  }
  return bytes.length;
}

/** Within a scan 0xff is followed by 0x00 or by a restart. */
function isMarker(bytes: Uint8Array, at: number) {
  const next = bytes[at + 1] ?? 0;
  return bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7);
}

function orientationOf(segment: Uint8Array) {
  if (text(segment, 4, 4) !== "Exif" || segment.length < 20) return null;
  const tiff = 10;
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const little = text(segment, tiff, 2) === "II";
  const first = tiff + view.getUint32(tiff + 4, little);
  if (first + 2 > segment.length) return null;
  const entries = view.getUint16(first, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = first + 2 + 12 * index;
    if (entry + 12 > segment.length) return null;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const way = view.getUint16(entry + 8, little);
    return way >= 1 && way <= 8 ? way : null;
  }
  return null;
}

/** An Exif segment that says which way up the picture is and nothing else. */
const orientationOnly = (way: number) =>
  Uint8Array.of(
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0],
  );

const PNG_NOTES = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

function cleanPng(bytes: Uint8Array) {
  const kept = [bytes.subarray(0, 8)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const name = text(bytes, at + 4, 4);
    if (!PNG_NOTES.has(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") break;
    at = end;
  }
  return joined(kept);
}

function cleanWebp(bytes: Uint8Array) {
  const kept: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    const name = text(bytes, at, 4);
    if (name === "VP8X") kept.push(withoutFlags(bytes.slice(at, end)));
    else if (name !== "EXIF" && name !== "XMP ") kept.push(bytes.subarray(at, end));
    at = end;
  }
  const body = joined(kept);
  const head = bytes.slice(0, 12);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return joined([head, body]);
}

/** The extended head says that Exif and XMP follow; they no longer do. */
function withoutFlags(chunk: Uint8Array) {
  chunk[8] = (chunk[8] ?? 0) & ~0b1100;
  return chunk;
}

const text = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

function joined(parts: Uint8Array[]) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
