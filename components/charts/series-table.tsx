import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { Series, SeriesPoint } from "./series";

type Props = { title: string; points: SeriesPoint[]; series: Series[]; first: string };

/** The figures behind a picture, for whoever cannot see it or wants to know exactly. */
export function SeriesTable({ title, points, series, first }: Props) {
  return (
    <details className="text-sm print:hidden">
      <summary className="w-fit cursor-pointer text-accent pointer-coarse:py-3">
        Xem dạng bảng
      </summary>
      <Table caption={title} layout="scroll">
        <thead>
          <tr>
            <Th>{first}</Th>
            {series.map(({ key, label }) => (
              <Th key={key} numeric>
                {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ label, values }) => (
            <Tr key={label}>
              <Th scope="row">{label}</Th>
              {series.map(({ key, label: name }) => (
                <Td key={key} label={name} numeric>
                  {values[key] ?? 0}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
