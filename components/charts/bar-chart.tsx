import { Table, Td, Th, Tr } from "@/components/ui/table";

type Props = {
  /** What it shows; the head of the picture and of the table behind it. */
  title: string;
  bars: { label: string; value: number }[];
  /** What a label is, what a value counts. */
  columns: [label: string, value: string];
};

const WIDTH = 600;
const HEIGHT = 150;
const FOOT = 22;

/** Drawn on the server, without script; the same figures as a table for whoever cannot see it. */
export function BarChart({ title, bars, columns }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(bars.length, 1);
  const every = Math.ceil(bars.length / 6);
  return (
    <figure className="grid gap-2">
      <figcaption className="text-sm text-ink-muted">{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
        role="img"
        aria-label={`${title}: cao nhất ${most}`}
        className="w-full text-accent"
      >
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="currentColor" opacity={0.4} />
        {bars.map(({ label, value }, index) => {
          const height = (value / most) * (HEIGHT - 18);
          return (
            <g key={label}>
              <rect
                x={index * step + step * 0.15}
                y={HEIGHT - height}
                width={step * 0.7}
                height={height}
                rx={2}
                fill="currentColor"
              />
              {value === most ? (
                <text
                  x={index * step + step / 2}
                  y={HEIGHT - height - 5}
                  textAnchor="middle"
                  fontSize={13}
                  className="fill-ink"
                >
                  {value}
                </text>
              ) : null}
              {index % every === 0 ? (
                <text x={index * step} y={HEIGHT + 17} fontSize={13} className="fill-ink-muted">
                  {label}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <details className="text-sm print:hidden">
        <summary className="w-fit cursor-pointer text-accent pointer-coarse:py-3">
          Xem dạng bảng
        </summary>
        <Table caption={title}>
          <thead>
            <tr>
              <Th>{columns[0]}</Th>
              <Th numeric>{columns[1]}</Th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value }) => (
              <Tr key={label}>
                <Th scope="row">{label}</Th>
                <Td label={columns[1]} numeric>
                  {value}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
}
