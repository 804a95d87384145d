import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { z } from "zod";
import { newPasswordSchema } from "@/lib/identity/passwords/schema";
import { usernameSchema } from "@/lib/identity/people/schema";
import { runWithDatabase } from "./database";

const accountSchema = z.object({
  username: usernameSchema,
  fullName: z.string().trim().min(2, "Nhập họ và tên.").max(120),
  password: newPasswordSchema,
});

const { values } = parseArgs({
  options: { username: { type: "string" }, name: { type: "string" } },
});

await runWithDatabase(async () => {
  const asked = process.stdin.isTTY ? await askOnTerminal() : await readFromInput();
  const account = accountSchema.safeParse(asked);
  if (!account.success)
    throw new Error(account.error.issues.map(({ message }) => message).join("\n"));

  const { createAdministrator } = await import("@/lib/identity/people/commands");
  const { unitName } = await createAdministrator(
    { ip: "", userAgent: "create-admin" },
    account.data,
  );
  console.log(`Đã tạo tài khoản quản trị “${account.data.username}” tại ${unitName}.`);
});

async function askOnTerminal() {
  let hidden = false;
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden) process.stdout.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: echo, terminal: true });
  const givenUp = new Promise<never>((_resolve, reject) => {
    terminal.once("SIGINT", () => reject(new Error("\nĐã thôi, chưa tạo tài khoản nào.")));
  });
  const ask = (question: string) => Promise.race([terminal.question(question), givenUp]);
  try {
    const username = values.username ?? (await ask("Tên đăng nhập: "));
    const fullName = values.name ?? (await ask("Họ và tên: "));
    process.stdout.write("Mật khẩu (ít nhất 12 ký tự, không hiện khi gõ): ");
    hidden = true;
    const password = await ask("");
    process.stdout.write("\nNhập lại mật khẩu: ");
    const again = await ask("");
    process.stdout.write("\n");
    if (password.normalize("NFC") !== again.normalize("NFC")) {
      throw new Error("Hai lần nhập mật khẩu không giống nhau.");
    }
    return { username, fullName, password };
  } finally {
    terminal.close();
  }
}

/** `printf '%s' "$PASSWORD" | npm run create-admin -- --username ten --name "Họ Tên"` */
async function readFromInput() {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const password = Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
  return { username: values.username ?? "", fullName: values.name ?? "", password };
}
