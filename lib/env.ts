import { z } from "zod";
import { setClock } from "./time";

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).catch("development"),
  /** Where the embedded database, uploaded files and generated keys live. */
  DATA_DIR: z.string().default(".data"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  /** The address people type; https switches cookies to `__Host-` and Secure. */
  PUBLIC_URL: z.url().optional(),
  /** Signs sessions and derives the key of stored secrets; generated into DATA_DIR when absent. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** Keys of sealed fields, the one in use first: `k2:base64,k1:base64`, 32 bytes each. */
  FIELD_KEYS: z
    .string()
    .regex(/^[\w-]{1,20}:[\w+/=-]{43,44}(?:,[\w-]{1,20}:[\w+/=-]{43,44})*$/)
    .optional(),
  /** How many reverse proxies stand in front and may be believed about the caller's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** An ISO time the district's clock starts at, for demos and tests. */
  DISTRICT_CLOCK: z.iso.datetime({ offset: true }).optional(),
  /** "0" starts without the Hữu Lũng demo; "1" loads it into an external database too. */
  DEMO: z.enum(["0", "1"]).optional(),
  /** Set by `npm start` for the pages: they end when it is gone. */
  SUPERVISED: z.literal("1").optional(),
  /** `smtp://user:password@host:587` or `smtps://…:465`; without it nothing goes by e-mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom e-mails come from: `Trực an toàn mạng <truc@huyen.gov.vn>`, or the address alone. */
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s@<>]+@[^\s@<>]+>?$/)
    .optional(),
  /** What a gateway or a push service may be although it is not on the internet: names, addresses, ranges. */
  NOTICE_ALLOWED_HOSTS: z.string().default(""),
  /** Known to push services as this installation; generated into the database when absent. */
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  /** "0" leaves jobs and sending to `npm run worker`. */
  WORKER: z.enum(["0", "1"]).default("1"),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().default("Đăng nhập bằng tài khoản của tỉnh"),
});

/** process.env, read once. An empty value counts as not set. */
export const env = schema.parse(
  Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== "")),
);

setClock(env.DISTRICT_CLOCK);

/**
 * Another PostgreSQL (15 or later), or the embedded one once it has started: the only setting that
 * may come into being after the process has.
 */
export const databaseUrl = () => process.env.DATABASE_URL || undefined;

export function pointAtDatabase(url: string) {
  process.env.DATABASE_URL = url;
}

/** The role the pages work under, once it is known that the server lets them; see lib/db/role.ts. */
export const databaseRole = () => process.env.DATABASE_ROLE || undefined;

export function workAs(role: string) {
  process.env.DATABASE_ROLE = role;
}
