import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutCameraNotes } from "@/lib/files/photo";

const bytes = (...parts: (number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((p) => [...p]));
const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 0xff,
  ...body,
];
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd1, 0x56];
const PLACE = "GPSLatitude 21.5058";

/** Exif with an orientation, as a telephone held upright writes it, and the place beside it. */
const exif = (way: number) =>
  segment(0xe1, [
    ...[...ascii("Exif"), 0, 0, ...ascii("II"), 42, 0, 8, 0, 0, 0, 1, 0],
    ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, way, 0, 0, 0, 0, 0, 0, 0],
    ...ascii(PLACE),
  ]);

const holds = (image: Uint8Array, text: string) => Buffer.from(image).includes(text);

describe("a photo loses what the camera wrote beside it", () => {
  const jpeg = bytes(
    [0xff, 0xd8],
    segment(0xe0, ascii("JFIF\0")),
    exif(6),
    segment(0xfe, ascii(PLACE)),
    segment(0xe2, ascii("MPF\0")),
    segment(0xe2, ascii("ICC_PROFILE\0colours")),
    segment(0xdb, [0, 255, 217]),
    scan,
    [0xff, 0xd9],
    ascii(`second picture ${PLACE}`),
  );

  test("the place goes, also from a comment and from the picture behind the end", () => {
    const clean = withoutCameraNotes(jpeg, "image/jpeg");
    expect(holds(clean, PLACE)).toBe(false);
    expect([...clean.slice(-2)]).toEqual([0xff, 0xd9]);
  });

  test("the picture, its colours and which way up it is stay", () => {
    const clean = withoutCameraNotes(jpeg, "image/jpeg");
    expect(Buffer.from(clean).includes(Buffer.from(scan))).toBe(true);
    expect(holds(clean, "ICC_PROFILE")).toBe(true);
    expect(Buffer.from(clean).includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(
      true,
    );
  });

  test("cleaning a clean picture changes nothing", () => {
    const clean = withoutCameraNotes(jpeg, "image/jpeg");
    expect(withoutCameraNotes(clean, "image/jpeg")).toEqual(clean);
  });

  test("whatever is in the notes, nothing of them is left", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 8, maxLength: 200 }),
        fc.constantFrom(0xe1, 0xe3, 0xed, 0xfe),
        (note, marker) => {
          const secret = [...ascii("SECRETNOTE"), ...note];
          const dirty = bytes([0xff, 0xd8], segment(marker, secret), scan, [0xff, 0xd9]);
          expect(withoutCameraNotes(dirty, "image/jpeg")).toEqual(
            bytes([0xff, 0xd8], scan, [0xff, 0xd9]),
          );
        },
      ),
    );
  });

  test("PNG and WebP lose theirs too", () => {
    const chunk = (name: string, body: number[]) => [
      0,
      0,
      0,
      body.length,
      ...ascii(name),
      ...body,
      0,
      0,
      0,
      0,
    ];
    const png = bytes(
      [0x89, ...ascii("PNG"), 13, 10, 26, 10],
      chunk("IHDR", [1]),
      chunk("eXIf", ascii(PLACE)),
      chunk("IDAT", [7, 7]),
      chunk("IEND", []),
    );
    const cleanPng = withoutCameraNotes(png, "image/png");
    expect(holds(cleanPng, PLACE)).toBe(false);
    expect(holds(cleanPng, "IDAT")).toBe(true);

    const part = (name: string, body: number[]) => [...ascii(name), body.length, 0, 0, 0, ...body];
    const parts = [
      ...part("VP8X", [0b1100, 0]),
      ...part("VP8 ", [9, 9]),
      ...part("EXIF", ascii(`${PLACE} `)),
    ];
    const webp = bytes(ascii("RIFF"), [parts.length + 4, 0, 0, 0], ascii("WEBP"), parts);
    const cleanWebp = withoutCameraNotes(webp, "image/webp");
    expect(holds(cleanWebp, PLACE)).toBe(false);
    expect(cleanWebp[4]).toBe(cleanWebp.length - 8);
    expect(cleanWebp[20]).toBe(0);
  });
});
