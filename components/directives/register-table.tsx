import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { formatInstant } from "@/lib/time";

type Cell = string | number | Date | null;
type Props = { caption: string; columns: { title: string }[]; rows: Cell[][] };

/** A book of an office as it is printed, its columns numbered as the decree has them. */
export function RegisterTable({ caption, columns, rows }: Props) {
  if (rows.length === 0) {
    return <EmptyState title="Sổ chưa có dòng nào">Chọn năm khác để xem.</EmptyState>;
  }
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          {columns.map(({ title }, index) => (
            <Th key={title}>
              {title}
              <span className="block font-normal text-ink-faint">({index + 1})</span>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <Tr key={JSON.stringify(cells)}>
            {columns.map(({ title }, index) => (
              <Td key={title} label={title} className="break-words">
                {words(cells[index] ?? null)}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const words = (cell: Cell) => (cell instanceof Date ? formatInstant(cell) : cell);
