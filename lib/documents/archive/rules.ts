import { createHash } from "node:crypto";
import { pipeline, type Readable, Transform } from "node:stream";
import { ZipFile } from "yazl";
import { safeFileName } from "@/lib/files/rules";

/** A file of an archive: its bytes at hand, or opened when their turn comes. */
export type ArchiveEntry = {
  /** Its folder is ours, its name may be anybody's. */
  folder?: string;
  name: string;
  at: Date;
} & ({ bytes: Buffer } | { open: () => Promise<Readable>; sha256: string });

/**
 * One .zip, sent while it is being made: a packet of any size needs no room. A file that is not what
 * it was when it was kept breaks the whole off, for a packet that looks whole must be.
 */
export function streamArchive(entries: ArchiveEntry[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let source: Transform | undefined;
  const fail = (error: unknown) => output.destroy(asError(error));
  zip.on("error", fail);
  // Whoever goes away in the middle leaves no file open behind.
  output.once("close", () => source?.destroy());
  for (const [index, name] of namesWithin(entries).entries()) {
    const entry = entries[index];
    if (!entry) continue;
    const options = { mtime: entry.at, mode: 0o100644 };
    if ("bytes" in entry) {
      zip.addBuffer(entry.bytes, name, options);
      continue;
    }
    zip.addReadStreamLazy(name, options, (pass) => {
      const checked = checking(entry.sha256).on("error", fail);
      source = checked;
      entry.open().then((stream) => {
        pipeline(stream, checked, () => undefined);
        pass(null, checked);
      }, fail);
    });
  }
  zip.end();
  return output;
}

function checking(sha256: string) {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const kept = hash.digest("hex") === sha256;
      done(kept ? null : new Error("a kept file is no longer what it was"));
    },
  });
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

/** No name climbs out of its folder, hides, or meets another, also where case does not count. */
export function namesWithin(entries: { folder?: string; name: string }[]): string[] {
  const taken = new Set<string>();
  return entries.map(({ folder, name }) => {
    const safe = safeFileName(name);
    const [, stem = safe, ending = ""] = /^(.+?)(\.[^.]{1,12})?$/su.exec(safe) ?? [];
    for (let turn = 1; ; turn++) {
      const numbered = turn === 1 ? safe : `${stem} (${turn})${ending}`;
      const path = folder ? `${folder}/${numbered}` : numbered;
      const key = path.normalize("NFC").toLocaleLowerCase("vi");
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  });
}
