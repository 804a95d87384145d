import type { Node } from "../../outline/rules";
import { fold, oneLine } from "../../text/rules";

type Columns = { task: number; recipient: number | null; due: number | null };

/** Turns each table of tasks into headings with items, as if it had been written as a list. */
export function withTables(nodes: Node[]): Node[] {
  let columns: Columns | null = null;
  let recipient = "";
  return nodes.flatMap((node): Node[] => {
    if (!node.cells) {
      columns = null;
      return [{ ...node, children: withTables(node.children) }];
    }
    const header = headerOf(node.cells);
    if (header) {
      columns = header;
      recipient = "";
      return [];
    }
    if (!columns) return [];
    recipient = cellOf(node.cells, columns.recipient) || recipient;
    const item = taskOf(node, columns);
    if (!item) return [];
    return recipient ? [{ ...item, text: recipient, rank: 3, children: [item] }] : [item];
  });
}

function headerOf(cells: string[]): Columns | null {
  const names = cells.map(fold);
  const find = (pattern: RegExp) =>
    names.findIndex((name) => name.length < 60 && pattern.test(name));
  const task = find(/noi dung|nhiem vu|cong viec/);
  const recipient = find(/don vi|co quan|chu tri|phu trach/);
  const due = find(/thoi (?:han|gian)|hoan thanh|^han/);
  if (task < 0 || (recipient < 0 && due < 0)) return null;
  return { task, recipient: recipient < 0 ? null : recipient, due: due < 0 ? null : due };
}

const cellOf = (cells: string[], column: number | null) =>
  column === null ? "" : oneLine(cells[column] ?? "");

function taskOf(node: Node, columns: Columns): Node | null {
  const task = cellOf(node.cells ?? [], columns.task);
  if (task === "") return null;
  const due = cellOf(node.cells ?? [], columns.due);
  return { ...node, text: task, rank: 7, cells: null, due: due === "" ? null : due, children: [] };
}
