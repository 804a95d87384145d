import { getDocument, OPS, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { fromBuffer } from "yauzl";

type Tree = { role?: string; children?: object[] };

/**
 * A .pdf as a reader finds it: what is said, apart from what is only seen (page numbers, repeated
 * heads), and where on the paper the words stand, in millimetres.
 */
export async function readPdf(bytes: Uint8Array) {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    fontExtraProperties: true,
  });
  const document = await task.promise;
  const pages: string[] = [];
  const heads: string[] = [];
  const roles = new Set<string>();
  const fonts = new Set<string>();
  const places: { page: number; text: string; left: number; right: number; base: number }[] = [];
  const edges = { left: Infinity, right: 0, bottom: 0 };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const view = page.getViewport({ scale: 1 });
    let [depth, artifact] = [0, 0];
    let [read, seen] = ["", ""];
    for (const item of items) {
      if ("str" in item) {
        const words = item.str + (item.hasEOL ? "\n" : "");
        if (artifact) seen += words;
        else read += words;
        if (item.str.trim().length === 0) continue;
        const x = Number(item.transform[4]);
        const base = mm(view.height - Number(item.transform[5]));
        places.push({ page: number, text: item.str, left: mm(x), right: mm(x + item.width), base });
        edges.left = Math.min(edges.left, mm(x));
        edges.right = Math.max(edges.right, mm(x + item.width));
        edges.bottom = Math.max(edges.bottom, base);
      } else if (item.type.startsWith("begin")) {
        depth++;
        if ("tag" in item && item.tag === "Artifact" && !artifact) artifact = depth;
      } else {
        if (artifact === depth) artifact = 0;
        depth--;
      }
    }
    pages.push(read);
    heads.push(seen);
    collectRoles(await page.getStructTree(), roles);
    const operators = await page.getOperatorList();
    for (const [index, operator] of operators.fnArray.entries()) {
      if (operator !== OPS.setFont) continue;
      fonts.add(page.commonObjs.get(operators.argsArray[index][0]).name);
    }
  }
  const { info } = await document.getMetadata();
  const answer = {
    text: pages.join("\n"),
    pages,
    heads,
    /** The page number shown at the top, or none. */
    numbers: heads.map((seen) => /^\s*(\d+)/.exec(seen)?.[1] ?? null),
    roles,
    fonts: [...fonts],
    edges,
    places,
    marked: (await document.getMarkInfo())?.Marked ?? false,
    language: (info as { Language?: string }).Language,
    title: (info as { Title?: string }).Title,
  };
  await task.destroy();
  return answer;
}

const mm = (points: number) => (points / 72) * 25.4;

function collectRoles(tree: Tree | null, roles: Set<string>) {
  if (tree?.role) roles.add(tree.role);
  for (const child of tree?.children ?? []) collectRoles(child, roles);
}

/** The text of every file in a .zip, by its name. */
export async function unzipped(bytes: Buffer): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [name, content] of await unzippedBytes(bytes)) files[name] = content.toString("utf8");
  return files;
}

export function unzippedBytes(bytes: Buffer): Promise<[string, Buffer][]> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const files: [string, Buffer][] = [];
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("error", reject);
          stream.on("end", () => {
            files.push([entry.fileName, Buffer.concat(chunks)]);
            zip.readEntry();
          });
        });
      });
      zip.on("error", reject);
      zip.on("end", () => resolve(files));
      zip.readEntry();
    });
  });
}
