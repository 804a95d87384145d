const HEADER = /nội dung|nhiệm vụ|công việc|đơn vị|cơ quan|thời hạn|thời gian/iu;

/**
 * The paragraphs of a table's cells. Official heads and signatures are tables without rules: their
 * cells are read one after another; a table of tasks is read by its rows.
 */
export function linesOfTable(rows: string[][][]): string[] {
  const [first = []] = rows;
  const headed = first.filter(
    ([name = "", ...more]) => more.length === 0 && HEADER.test(name) && name.length < 60,
  );
  if (rows.length < 2 || headed.length < 2) return rows.flat().flat();

  return [rows.map((row) => `| ${row.map((cell) => oneCell(cell)).join(" | ")} |`).join("\n")];
}

const oneCell = (texts: string[]) => texts.join(" ").replace(/[\n|]/g, " ");
