import pg from "pg";

type Mark = { id: string; claimId: string };

/**
 * Two marks around the last bytes of a message, on a pipelined connection of their own: `handing`,
 * the bytes, `handed`, three writes that follow each other without waiting for anything in between.
 * A process killed at any moment leaves a row that says whether the receiver can have accepted the
 * message; only a kill between the two marks (some tens of microseconds) leaves one that does not.
 */
export class HandOver {
  private client: pg.Client | null = null;

  constructor(private readonly connectionString: string) {}

  /** Without the marks nothing may be handed over: throws while the database is away. */
  async ready() {
    if (this.client) return;
    const client = new pg.Client({ connectionString: this.connectionString, pipeline: true });
    const lost = () => {
      if (this.client === client) this.client = null;
    };
    client.on("error", lost);
    client.on("end", lost);
    await client.connect();
    if (this.client) return client.end();
    this.client = client;
  }

  /** `write` puts the last bytes on the wire before it returns. */
  commit({ id, claimId }: Mark, write: () => void) {
    const { client } = this;
    if (!client) throw new Error("the database is away");
    const marks = [client.query(mark("handing", "sending", id, claimId))];
    write();
    marks.push(client.query(mark("handed", "handing", id, claimId)));
    // A mark that is lost with the database is made good by the outcome, which is written until it is kept.
    for (const kept of marks) kept.catch(() => {});
  }

  async close() {
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => {});
  }
}

const mark = (to: string, from: string, id: string, claimId: string) => ({
  text: `UPDATE "NoticeDelivery" SET state = '${to}' WHERE id = $1 AND "claimId" = $2 AND state = '${from}'`,
  values: [id, claimId],
});
