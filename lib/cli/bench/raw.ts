import pg from "pg";

export type Statement = { text: string; values: unknown[] };
/** What was sent while nothing else of it was under way goes out together again. */
export type Waves = Statement[][];

/** What the work sends to the database, in waves; null when it does more than read. */
export async function readingOf(work: () => Promise<unknown>): Promise<Waves | null> {
  const { query } = pg.Client.prototype;
  const waves: Waves = [];
  let underWay = 0;
  pg.Client.prototype.query = function noted(this: pg.Client, ...args: unknown[]) {
    const answer = Reflect.apply(query, this, args);
    const statement = statementOf(args);
    if (!statement) return answer;
    if (underWay === 0) waves.push([]);
    waves.at(-1)?.push(statement);
    underWay++;
    const done = () => {
      underWay--;
    };
    if (answer instanceof Promise) answer.then(done, done);
    return answer;
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  const reads = waves.flat().every(({ text }) => isReading(text));
  return reads && waves.length > 0 ? waves : null;
}

export const isReading = (text: string) =>
  /^\s*(?:SELECT|WITH)\b/i.test(text) &&
  !/\b(?:INSERT INTO|DELETE FROM|UPDATE "|FOR (?:NO KEY )?(?:UPDATE|SHARE)|nextval|pg_notify)/i.test(
    text,
  );

/** Sends them again, with nothing before or after. */
export async function sendAgain(pool: pg.Pool, waves: Waves) {
  for (const wave of waves) {
    await Promise.all(wave.map(({ text, values }) => pool.query(text, values)));
  }
}

function statementOf([first, second]: unknown[]): Statement | null {
  if (typeof first === "string") {
    return { text: first, values: Array.isArray(second) ? second : [] };
  }
  if (typeof first !== "object" || first === null || !("text" in first)) return null;
  const values = "values" in first && Array.isArray(first.values) ? first.values : [];
  return { text: String(first.text), values };
}
