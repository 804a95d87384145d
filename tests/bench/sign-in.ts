import { verify } from "@node-rs/argon2";
import { db } from "@/lib/db";
import { signIn } from "@/lib/identity/sign-in/commands";
import { anAccount, caller, PASSWORD } from "@/tests/support/identity";

/** Nearly all of it is the hash, which is to be slow; what is over it is the product's. */
export const name = "Đăng nhập (sàn: một phép argon2id)";
export const repeats = 20;

let account: Awaited<ReturnType<typeof anAccount>>;
let stored = "";

export async function prepare() {
  account = await anAccount();
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: account.id } });
  stored = passwordHash ?? "";
}

export const floor = () => verify(stored, PASSWORD);

export async function run() {
  const input = { username: account.username, password: PASSWORD, device: null };
  const { step } = await signIn(caller(), input);
  if (step !== "open") throw new Error("the person was not let in");
}
