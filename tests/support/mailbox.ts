import { SMTPServer } from "smtp-server";

export type Letter = { to: string; id: string; raw: string };

/** A mail server on this machine that keeps every letter it has accepted, also a second of the same. */
export async function aMailbox({
  answerAfter = (): number => 0,
  refuse = (_to: string): number => 0,
} = {}) {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    // A line is closed after a dozen letters, as real servers do.
    maxAllowedUnauthenticatedCommands: 40,
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = refuse(address);
      if (!code) return done();
      done(Object.assign(new Error("no such box"), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString();
        const id = /^Message-ID: <([^@>]+)/im.exec(raw)?.[1] ?? "";
        // Accepted from here on, whether the sender still hears of it or not.
        for (const { address } of session.envelope.rcptTo) letters.push({ to: address, id, raw });
        setTimeout(done, answerAfter());
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
