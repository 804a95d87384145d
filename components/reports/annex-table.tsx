import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { cellWords, columnTitle } from "@/lib/reports/chapters/labels";
import type { Chapter, ChapterRow } from "@/lib/reports/chapters/schema";
import { placeHref } from "./place-href";

type Props = { chapter: Chapter; rows: ChapterRow[] };

/** The rows behind a figure, each leading to the work it was counted from. */
export function AnnexTable({ chapter, rows }: Props) {
  if (rows.length === 0) {
    return <EmptyState title="Không có dòng nào">{chapter.drafted}</EmptyState>;
  }
  return (
    <Table caption={`Phụ lục: ${chapter.title}`}>
      <thead>
        <tr>
          <Th>Đơn vị</Th>
          {chapter.columns.map((column) => (
            <Th key={column.key} numeric={column.kind !== "text"}>
              {columnTitle(column)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const href = placeHref(row.place);
          return (
            <Tr key={JSON.stringify(row.place) + row.name}>
              <Td label="Đơn vị">
                {href ? <TextLink href={href}>{row.name}</TextLink> : row.name}
                <span className="block text-xs text-ink-muted">{row.group}</span>
              </Td>
              {chapter.columns.map((column) => (
                <Td
                  key={column.key}
                  label={columnTitle(column)}
                  numeric={column.kind !== "text"}
                  className="break-words"
                >
                  {cellWords(column, row.cells[column.key])}
                </Td>
              ))}
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}
