import type { CSSProperties } from "react";
import { cx } from "@/components/ui/class-names";
import { Table } from "@/components/ui/table";
import { layOut, textWidth } from "@/lib/documents/official/layout/rules";
import type { Columns, Grid, Leaf, Paragraph } from "@/lib/documents/official/layout/schema";
import type { OfficialDocument } from "@/lib/documents/official/schema";

/** The document as it comes out of a printer, from the same layout as its .docx and .pdf. */
export function OfficialPaper({ document }: { document: OfficialDocument }) {
  return layOut(document).map(({ landscape, flow }, index) => (
    <article
      key={placeKey(index)}
      aria-label={index === 0 ? "Văn bản, bản in" : `Phụ lục ${index}`}
      data-paper={landscape ? "wide" : ""}
      className={cx(
        "mx-auto w-full rounded-lg border border-line bg-surface px-5 py-7 font-paper shadow-card sm:px-10",
        "print:max-w-none print:border-0 print:p-0 print:shadow-none",
        landscape ? "max-w-6xl" : "max-w-4xl",
        index > 0 && "mt-6 break-before-page print:mt-0",
      )}
    >
      <Flow leaves={flow} />
    </article>
  ));
}

/** A paper is read from top to bottom and never reordered: the place is the key. */
const placeKey = (index: number) => String(index);

function Flow({ leaves }: { leaves: Leaf[] }) {
  return leaves.map((leaf, index) => {
    const key = placeKey(index);
    if (leaf.kind === "paragraph") return <Words key={key} paragraph={leaf} />;
    if (leaf.kind === "columns") return <SideBySide key={key} columns={leaf} />;
    return <Rows key={key} grid={leaf} />;
  });
}

const tags = { text: "p", title: "h2", heading: "h3", subheading: "h4" } as const;
const alignments = {
  left: "text-start",
  center: "text-center",
  right: "text-end",
  justify: "text-justify",
};

function Words({ paragraph }: { paragraph: Paragraph }) {
  const { role, align, rule, leader, boxed, runs, keep } = paragraph;
  const Tag = tags[role];
  return (
    <Tag
      style={styleOf(paragraph)}
      className={cx(
        "text-wrap whitespace-pre-line",
        alignments[align],
        leader && "flex gap-1.5",
        keep && "break-after-avoid",
        boxed && "mx-auto w-fit border-2 border-danger px-3 text-danger",
      )}
    >
      <Runs runs={runs} />
      {leader ? <span aria-hidden className="grow border-b border-dotted border-current" /> : null}
      {rule ? (
        <span
          aria-hidden
          className="mx-auto mt-0.5 block max-w-full border-t border-current"
          style={{ width: `${rule}mm` }}
        />
      ) : null}
    </Tag>
  );
}

/** Plain words need no element of their own; a report with all its annexes has thousands. */
function Runs({ runs }: Pick<Paragraph, "runs">) {
  return runs.map((run, index) =>
    run.bold || run.italic ? (
      <span key={placeKey(index)} className={cx(run.bold && "font-bold", run.italic && "italic")}>
        {run.text}
      </span>
    ) : (
      run.text
    ),
  );
}

const TEXT_WIDTH = textWidth(false);

/** Points are points on paper; on a screen everything grows with the reader's own type size. */
const points = (size: number) => `calc(var(--paper-point) * ${size})`;

const styleOf = ({ size, before, after, spacing, first, left }: Paragraph): CSSProperties => ({
  fontSize: points(size),
  lineHeight: spacing * 1.25,
  marginTop: points(before),
  marginBottom: points(after),
  textIndent: first > 0 ? `min(${first}mm, 8%)` : undefined,
  // The same share of the line on a phone as on paper: dashes stay under the colon.
  paddingInlineStart: left > 0 ? `min(${left}mm, ${(left / TEXT_WIDTH) * 100}%)` : undefined,
});

function SideBySide({ columns }: { columns: Columns }) {
  const widths = columns.parts.map(({ width }) => `minmax(0, ${width}fr)`).join(" ");
  return (
    <div
      data-print="keep"
      style={{ "--columns": widths } as CSSProperties}
      className="grid gap-y-2 sm:grid-cols-(--columns) print:grid-cols-(--columns)"
    >
      {columns.parts.map(({ flow }, index) => (
        <div key={placeKey(index)}>
          <Flow leaves={flow} />
        </div>
      ))}
    </div>
  );
}

const cellOf = ({ align, size, spacing }: Paragraph) => ({
  className: cx(
    "border border-line-strong px-1.5 py-1 align-top whitespace-pre-line",
    alignments[align],
  ),
  style: { fontSize: points(size), lineHeight: spacing * 1.25 },
});

function Rows({ grid }: { grid: Grid }) {
  return (
    <div className="my-1">
      <Table
        caption={grid.caption}
        layout="scroll"
        className="min-w-2xl border-collapse! text-base! print:min-w-0"
      >
        <colgroup>
          {grid.widths.map((width, index) => (
            <col key={placeKey(index)} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {grid.head.map((words, index) => (
              <th key={placeKey(index)} scope="col" {...cellOf(words)}>
                <Runs runs={words.runs} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((cells, row) => (
            <tr key={placeKey(row)}>
              {cells.map((words, index) => (
                <td key={placeKey(index)} {...cellOf(words)}>
                  <Runs runs={words.runs} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
