// The least that can be done for a page: node:http, pg, and a template around the same rows.
// PAGES names a file of { path: waves of statements }; what a page asks, this asks again each time.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";

const pages = JSON.parse(readFileSync(process.env.PAGES ?? "", "utf8"));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const escaped = (value) =>
  String(
    value instanceof Date
      ? value.toISOString()
      : typeof value === "object"
        ? JSON.stringify(value)
        : value,
  )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");

const table = ({ rows, fields }) =>
  `<table><thead><tr>${fields
    .map(({ name }) => `<th>${escaped(name)}</th>`)
    .join("")}</tr></thead><tbody>${rows
    .map(
      (row) =>
        `<tr>${Object.values(row)
          .map((value) => `<td>${value === null ? "" : escaped(value)}</td>`)
          .join("")}</tr>`,
    )
    .join("")}</tbody></table>`;

createServer(async (request, response) => {
  const waves = pages[request.url ?? ""]?.waves ?? [];
  const tables = [];
  for (const wave of waves) {
    const answers = await Promise.all(wave.map(({ text, values }) => pool.query(text, values)));
    tables.push(...answers.map(table));
  }
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title></head><body>${tables.join("")}</body></html>`,
  );
}).listen(Number(process.env.PORT), "127.0.0.1");
