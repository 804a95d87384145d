import "server-only";

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Transaction } from ".";

const shared = globalThis as { connections?: Set<pg.Client> };
shared.connections ??= new Set();
const connections = shared.connections;

/** Of every connection of the pool it is known which process of the server answers it. */
export class KnownClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    connections.add(this);
    this.once("end", () => connections.delete(this));
  }
}

/**
 * COPY in binary form, on the connection of the transaction and as part of it: many rows go in at a
 * third of what an INSERT of the same rows costs. `into` is a table with its columns.
 */
export async function copyRows(tx: Transaction, into: string, rows: Iterable<Buffer>) {
  const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const client = [...connections].find((one) => processOf(one) === row?.pid);
  if (!client) throw new Error("the connection of this transaction is not known");
  const copy = client.query(copyFrom(`COPY ${into} FROM STDIN WITH (FORMAT binary)`));
  await pipeline(Readable.from(framed(rows)), copy);
}

/** Not among its types, but what a cancelled query is named by. */
const processOf = (client: pg.Client) => (client as unknown as { processID: number }).processID;

function* framed(rows: Iterable<Buffer>) {
  yield Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
  yield* rows;
  yield Buffer.from([0xff, 0xff]);
}

const DASH = 45;
/** `0`-`9` and `a`-`f`, as PostgreSQL and Node write them. */
const hexDigit = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
};

const PIECE = 64 * 1024;
const POSTGRES_EPOCH = Date.UTC(2000, 0, 1);
const TWO_TO_32 = 2 ** 32;

/** Rows in the binary form of COPY, field by field in the order of the columns. */
export class CopyWriter {
  #pieces: Buffer[] = [];
  #bytes = Buffer.allocUnsafe(PIECE);
  #at = 0;

  /** All that was written since it was last asked. */
  take = () => {
    this.#layBy();
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  };

  #layBy() {
    this.#pieces.push(this.#bytes.subarray(0, this.#at));
    this.#bytes = Buffer.allocUnsafe(PIECE);
    this.#at = 0;
  }

  row(fields: number) {
    this.#need(2);
    this.#at = this.#bytes.writeInt16BE(fields, this.#at);
    return this;
  }

  null() {
    this.#need(4);
    this.#at = this.#bytes.writeInt32BE(-1, this.#at);
    return this;
  }

  text(value: string | null) {
    if (value === null) return this.null();
    this.#need(4 + 3 * value.length);
    const length = this.#ascii(value) ?? this.#bytes.write(value, this.#at + 4);
    this.#bytes.writeInt32BE(length, this.#at);
    this.#at += 4 + length;
    return this;
  }

  /** Most texts are short and plain: written here they cost a fifth of a call for each. */
  #ascii(value: string) {
    if (value.length > 48) return null;
    for (let n = 0; n < value.length; n++) {
      const code = value.charCodeAt(n);
      if (code > 127) return null;
      this.#bytes[this.#at + 4 + n] = code;
    }
    return value.length;
  }

  int(value: number) {
    this.#need(8);
    this.#at = this.#bytes.writeInt32BE(4, this.#at);
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
    return this;
  }

  uuid(value: string) {
    this.#need(20);
    this.#at = this.#bytes.writeInt32BE(16, this.#at);
    for (let n = 0; n < value.length; n += 2) {
      if (value.charCodeAt(n) === DASH) n += 1;
      this.#bytes[this.#at++] = (hexDigit(value, n) << 4) | hexDigit(value, n + 1);
    }
    return this;
  }

  moment(value: Date | null) {
    if (!value) return this.null();
    this.#need(12);
    const micros = (value.getTime() - POSTGRES_EPOCH) * 1000;
    const high = Math.floor(micros / TWO_TO_32);
    this.#at = this.#bytes.writeInt32BE(8, this.#at);
    this.#at = this.#bytes.writeInt32BE(high, this.#at);
    this.#at = this.#bytes.writeUInt32BE(micros - high * TWO_TO_32, this.#at);
    return this;
  }

  /** Fields that are alike in every row, made once. */
  ready(fields: Buffer) {
    this.#need(fields.length);
    this.#at += fields.copy(this.#bytes, this.#at);
    return this;
  }

  #need(bytes: number) {
    if (this.#at + bytes <= this.#bytes.length) return;
    this.#layBy();
    if (bytes > PIECE) this.#bytes = Buffer.allocUnsafe(bytes);
  }
}
