import type { Socket } from "node:net";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Outcome } from "@/lib/notifications/deliveries/schema";

export type Mail = {
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

type HandOverWrite = (write: () => void) => void;

const CLOSED = new Error("kết nối bị đóng");
const PATIENCE = 20_000;
const IDLE = 20_000;

/** A mail server by its address; connections are kept while there is something to send. */
export class Mailer {
  private resting: SMTPConnection[] = [];
  private readonly server: URL;
  private readonly from: { name: string; address: string };

  constructor(url: string, from: string) {
    this.server = new URL(url);
    this.from = addressOf(from);
  }

  /** Composed, then written up to its last dot; the dot itself is handed over. */
  async send(mail: Mail, handOver: HandOverWrite): Promise<Outcome> {
    const body = await this.compose(mail);
    const envelope = { from: this.from.address, to: [mail.to.address] };
    // A connection that rested may have been closed at the other end: that is no failure yet.
    for (let used = this.resting.pop(); used; used = this.resting.pop()) {
      const outcome = await this.sendBy(used, envelope, body, handOver);
      if (outcome.is !== "refused" || outcome.code) return outcome;
    }
    try {
      return await this.sendBy(await this.connect(), envelope, body, handOver);
    } catch (error) {
      return { is: "refused", reason: `Máy chủ thư: ${reasonOf(error)}`, final: false };
    }
  }

  private async sendBy(connection: SMTPConnection, ...what: Transfer) {
    const outcome = await transfer(connection, ...what);
    if (outcome.is === "sent") this.rest(connection);
    else connection.close();
    return outcome;
  }

  close() {
    for (const connection of this.resting.splice(0)) connection.close();
  }

  private compose({ messageId, to, subject, text, html }: Mail) {
    const [, host = "localhost"] = this.from.address.split("@");
    const message = new MailComposer({
      from: this.from,
      to,
      subject,
      text,
      html,
      messageId: `<${messageId}@${host}>`,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return message.compile().build();
  }

  private connect() {
    const { protocol, hostname, port, username, password, searchParams } = this.server;
    const secure = protocol === "smtps:";
    const connection = new SMTPConnection({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      // An account is never sent in the clear.
      requireTLS: !secure && (username !== "" || searchParams.get("tls") === "required"),
      connectionTimeout: PATIENCE / 2,
      greetingTimeout: PATIENCE / 2,
      socketTimeout: PATIENCE,
    });
    return new Promise<SMTPConnection>((resolve, reject) => {
      connection.once("error", reject);
      connection.connect((error) => {
        if (error) return reject(error);
        const done = () => {
          connection.removeListener("error", reject);
          resolve(connection);
        };
        if (!username) return done();
        const credentials = {
          user: decodeURIComponent(username),
          pass: decodeURIComponent(password),
        };
        connection.login({ credentials }, (refused) => (refused ? reject(refused) : done()));
      });
    });
  }

  /** Kept a while for the next; one that the server closes meanwhile is not used again. */
  private rest(connection: SMTPConnection) {
    const leave = () => {
      this.resting = this.resting.filter((other) => other !== connection);
      connection.close();
    };
    connection.removeAllListeners("error").once("error", leave);
    connection.removeAllListeners("end").once("end", leave);
    this.resting.push(connection);
    setTimeout(() => {
      if (this.resting.includes(connection)) leave();
    }, IDLE).unref();
  }
}

type Transfer = [envelope: { from: string; to: string[] }, body: Buffer, handOver: HandOverWrite];

/** With the server's own number where it refused in words; a closed line has none. */
type Answered = Outcome & { code?: number };

function transfer(connection: SMTPConnection, ...[envelope, body, handOver]: Transfer) {
  return new Promise<Answered>((resolve) => {
    const socket = connection._socket;
    let handed = false;
    let over = false;
    let restore = () => {};
    const finish = (outcome: Answered) => {
      if (over) return;
      over = true;
      clearTimeout(late);
      restore();
      resolve(outcome);
    };
    const fail = (error: unknown) => finish(failure(error, handed));
    const late = setTimeout(() => {
      fail(new Error("quá thời gian chờ"));
      connection.close();
    }, PATIENCE);
    connection.removeAllListeners("error").on("error", fail);
    connection.removeAllListeners("end").on("end", () => fail(CLOSED));
    if (!socket) return fail(CLOSED);

    restore = interceptDot(
      socket,
      // The server has everything but the dot; if this throws it never gets it.
      (write) =>
        handOver(() => {
          handed = true;
          write();
        }),
      (error) => {
        fail(error);
        connection.close();
      },
    );
    const message = messageOf(body, socket);
    connection.send(envelope, message, (error) => (error ? fail(error) : finish({ is: "sent" })));
  });
}

/** Holds the line with the lone dot back: it is what makes a server accept the message. */
function interceptDot(
  socket: Socket,
  commit: (write: () => void) => void,
  fail: (error: unknown) => void,
) {
  const { write } = socket;
  const restore = () => {
    socket.write = write;
  };
  socket.write = ((chunk: Uint8Array | string, ...rest: []) => {
    const text = chunk.length <= 5 ? chunk.toString() : "";
    if (text !== ".\r\n" && text !== "\r\n.\r\n") return write.call(socket, chunk, ...rest);
    restore();
    try {
      let room = true;
      commit(() => {
        room = write.call(socket, chunk, ...rest);
      });
      return room;
    } catch (error) {
      fail(error);
      return false;
    }
  }) as Socket["write"];
  return restore;
}

/** The body at once; its end, which brings the dot, only when the body has left. */
function messageOf(body: Buffer, socket: Socket) {
  let pieces = 0;
  return new Readable({
    highWaterMark: 0,
    read() {
      pieces++;
      if (pieces === 1) this.push(body);
      if (pieces === 2) whenFlushed(socket, () => this.push(null));
    },
  });
}

/** What was written before is with the system, so that the next write is too when it returns. */
function whenFlushed(socket: Socket, go: () => void) {
  setImmediate(() =>
    socket.writableLength === 0 ? go() : socket.once("drain", () => whenFlushed(socket, go)),
  );
}

function failure(error: unknown, handed: boolean): Answered {
  const reason = `Máy chủ thư: ${reasonOf(error)}`;
  const code = codeOf(error);
  // 421: the server ends this line, whatever was asked.
  if (code >= 400 && code !== 421) return { is: "refused", reason, final: code >= 500, code };
  if (handed) return { is: "unanswered", reason };
  return { is: "refused", reason, final: false };
}

const codeOf = (error: unknown) =>
  error instanceof Error && "responseCode" in error ? Number(error.responseCode) || 0 : 0;

function reasonOf(error: unknown) {
  if (!(error instanceof Error)) return String(error);
  const said = "response" in error && typeof error.response === "string" ? error.response : "";
  return (said || error.message).slice(0, 300);
}

/** `Trực an toàn mạng <truc@huyen.gov.vn>` */
function addressOf(from: string) {
  const match = /^(.*?)<([^<>]+)>$/.exec(from);
  if (!match) return { name: "", address: from.trim() };
  return { name: (match[1] ?? "").trim().replace(/^"|"$/g, ""), address: (match[2] ?? "").trim() };
}
