"use client";

import { useState } from "react";
import {
  Bar,
  Brush,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { colourOf, type Series, type SeriesPoint } from "./series";

export type SeriesChartProps = { title: string; points: SeriesPoint[]; series: Series[] };

const text = { fontSize: 12, fill: "var(--color-ink-muted)" };

/** Stacked bars to point at, to narrow to some days, and to take single colours out of. */
export function SeriesChart({ title, points, series }: SeriesChartProps) {
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const toggle = (key: string) =>
    setHidden((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]));
  const shown = series.filter(({ key }) => !hidden.includes(key));
  const rows = points.map(({ label, values }) => ({ label, ...values }));
  return (
    <div className="grid gap-3">
      <fieldset className="flex flex-wrap gap-x-1 gap-y-1">
        <legend className="sr-only">Hiện trong biểu đồ {title}</legend>
        {series.map(({ key, label, colour, line }) => (
          <label
            key={key}
            className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-full px-2 text-sm pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={!hidden.includes(key)}
              onChange={() => toggle(key)}
            />
            <span
              aria-hidden
              className={line ? "h-1 w-4 rounded-full" : "size-3 rounded-sm"}
              style={{ background: colourOf(colour) }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <section className="h-72 w-full" aria-label={title}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={rows}
            accessibilityLayer={false}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--color-line)" />
            <XAxis dataKey="label" tick={text} stroke="var(--color-line-strong)" minTickGap={24} />
            <YAxis tick={text} stroke="var(--color-line-strong)" allowDecimals={false} width={36} />
            <Tooltip
              cursor={{ fill: "var(--color-subtle)" }}
              contentStyle={{
                background: "var(--color-raised)",
                border: "1px solid var(--color-line)",
                borderRadius: 8,
                color: "var(--color-ink)",
                fontSize: 13,
              }}
              itemStyle={{ color: "var(--color-ink)", padding: 0 }}
              labelStyle={{ color: "var(--color-ink)", fontWeight: 600 }}
            />
            {shown.map(({ key, label, colour, line }) =>
              line ? (
                <Line
                  key={key}
                  dataKey={key}
                  name={label}
                  stroke={colourOf(colour)}
                  strokeWidth={2}
                  dot={false}
                  isAnimationActive={false}
                />
              ) : (
                <Bar
                  key={key}
                  dataKey={key}
                  name={label}
                  stackId="all"
                  fill={colourOf(colour)}
                  isAnimationActive={false}
                />
              ),
            )}
            <Brush
              ariaLabel="Khoảng ngày hiện trong biểu đồ"
              dataKey="label"
              height={24}
              stroke="var(--color-accent)"
              fill="var(--color-surface)"
              travellerWidth={12}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </section>
    </div>
  );
}
