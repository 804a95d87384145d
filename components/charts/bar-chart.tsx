import { Table, Td, Th, Tr } from "@/components/ui/table";

type Props = {
  /** What it shows; the head of the picture and of the table behind it. */
  title: string;
  bars: { label: string; value: number }[];
  /** What a label is, what a value counts. */
  columns: [label: string, value: string];
};

const WIDTH = 600;
const HEIGHT = 100;

/** Drawn on the server, without script; the same figures as a table for whoever cannot see it. */
export function BarChart({ title, bars, columns }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / Math.max(bars.length, 1);
  const every = Math.ceil(bars.length / 5);
  return (
    <figure className="grid gap-2">
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-muted">
        <span>{title}</span>
        <span className="tabular-nums">cao nhất {most}</span>
      </figcaption>
      <div className="grid gap-1">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}: cao nhất ${most}`}
          className="h-32 w-full border-b border-line-strong text-accent"
        >
          {bars.map(({ label, value }, index) => {
            const height = (value / most) * HEIGHT;
            return (
              <rect
                key={label}
                x={index * step + step * 0.15}
                y={HEIGHT - height}
                width={step * 0.7}
                height={height}
                fill="currentColor"
              />
            );
          })}
        </svg>
        {/* Words stay outside the picture: they do not shrink with it on a phone. */}
        <ol aria-hidden className="flex text-xs whitespace-nowrap text-ink-muted tabular-nums">
          {bars.map(({ label }, index) =>
            index % every === 0 ? (
              // As wide as the bars until the next one, so that it stands under its own.
              <li
                key={label}
                className="w-0"
                style={{ flexGrow: Math.min(every, bars.length - index) }}
              >
                {label}
              </li>
            ) : null,
          )}
        </ol>
      </div>
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
