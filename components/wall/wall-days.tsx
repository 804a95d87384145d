import { cx } from "@/components/ui/class-names";

type Props = {
  title: string;
  days: { day: string; received: number; ended: number }[];
};

const WIDTH = 1200;
const HEIGHT = 380;
const HEAD = 40;
const FOOT = 40;

/** Day by day: what came, and of it what was ended. The same as a table for who does not look. */
export function WallDays({ title, days }: Props) {
  const most = Math.max(1, ...days.map(({ received, ended }) => Math.max(received, ended)));
  const step = WIDTH / Math.max(days.length, 1);
  const tall = (value: number) => (value / most) * (HEIGHT - HEAD);
  return (
    <figure className="flex min-h-0 flex-col gap-[0.3em]">
      <figcaption className="flex flex-wrap gap-x-[1.2em] text-ink-muted">
        {title}:<Mark className="bg-accent">tiếp nhận</Mark>
        <Mark className="bg-success">kết thúc</Mark>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
        aria-hidden
        className="min-h-0 w-full flex-1"
        preserveAspectRatio="xMidYMin meet"
      >
        <line
          x1={0}
          x2={WIDTH}
          y1={HEIGHT}
          y2={HEIGHT}
          className="stroke-line-strong"
          strokeWidth={2}
        />
        {days.map(({ day, received, ended }, index) => (
          <g key={day} transform={`translate(${index * step} 0)`}>
            <rect
              x={step * 0.1}
              y={HEIGHT - tall(received)}
              width={step * 0.45}
              height={tall(received)}
              className="fill-accent"
            />
            <rect
              x={step * 0.58}
              y={HEIGHT - tall(ended)}
              width={step * 0.3}
              height={tall(ended)}
              className="fill-success"
            />
            <text
              x={step * 0.33}
              y={HEIGHT - tall(received) - 8}
              textAnchor="middle"
              fontSize={26}
              className="fill-ink"
            >
              {received > 0 ? received : ""}
            </text>
            <text
              x={step / 2}
              y={HEIGHT + 32}
              textAnchor="middle"
              fontSize={26}
              className="fill-ink-muted"
            >
              {day}
            </text>
          </g>
        ))}
      </svg>
      <table className="sr-only">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            <th scope="col">Tiếp nhận</th>
            <th scope="col">Kết thúc</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, received, ended }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{received}</td>
              <td>{ended}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

const Mark = ({ className, children }: { className: string; children: string }) => (
  <span className="inline-flex items-center gap-[0.35em]">
    <span aria-hidden className={cx("size-[0.6em] rounded-full", className)} />
    {children}
  </span>
);
