import "server-only"
import { z } from "zod"

const ringPattern =
  /^[a-z0-9][a-z0-9-]{0,15}:[A-Za-z0-9+/]{43}=(,[a-z0-9][a-z0-9-]{0,15}:[A-Za-z0-9+/]{43}=)*$/

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  APP_MODE: z.enum(["demo", "production"]).default("demo"),
  ORIGIN: z.url().default("http://127.0.0.1:3000"),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  KEY_RING: z.string().optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  MAIL_FROM: z.string().default("DLA SSO <no-reply@sso.example>"),
  SMTP_URL: z.string().optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: z.url().optional(),
  MAILBOX_DIR: z.string().optional(),
  MAILBOX_SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  DLA_SSO_HOME: z.string().default(".data"),
  AUDIT_HEAD_FILE: z.string().optional(),
  STORAGE_DIR: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_SOCKET: z.string().optional(),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: z.coerce.number().int().min(1).max(65_535).default(3310),
  READ_PICTURES: z.enum(["0", "1"]).default("0"),
  ADDRESS_FAILURE_LIMIT: z.coerce.number().int().min(1).default(60),
  ADDRESS_PAGE_LIMIT: z.coerce.number().int().min(1).default(30),
  THAID_ORIGIN: z.url().optional(),
  THAID_CLIENT_ID: z.string().optional(),
  THAID_CLIENT_SECRET: z.string().optional(),
  THAID_SCOPES: z
    .string()
    .regex(/(?=.*\bopenid\b)(?=.*\bpid\b)/, "must hold openid and pid")
    .default("openid pid title given_name family_name ial"),
  THAID_API_KEY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .optional(),
  THAID_API_KEY: z.string().optional(),
  THAID_MINIMUM_IAL: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,3})*$/)
    .default("2.3"),
  THAID_NONCE_REQUIRED: z.enum(["0", "1"]).default("0"),
  THAID_PATIENCE_SECONDS: z.coerce.number().min(1).max(15).default(12),
  OUTBOUND_ALLOW: z
    .string()
    .refine(
      (list) => list.split(",").every(isHostOrNetwork),
      "must be host names and networks (10.20.0.0/16), separated by commas",
    )
    .default(""),
  INFO_ORIGIN: z.url().optional(),
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
})

/** A host's name, or a network no wider than `/8` (IPv6: `/16`) with the length of its prefix; nothing is right, too. */
function isHostOrNetwork(entry: string): boolean {
  const [, net, prefix] = /^([^/]+)\/(\d{1,3})$/.exec(entry.trim()) ?? []
  if (net === undefined) return /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)?$/i.test(entry.trim())
  const bits = Number(prefix)
  if (net.includes(":")) return URL.canParse(`http://[${net}]`) && bits >= 16 && bits <= 128
  return /^\d+(?:\.\d+){3}$/.test(net) && URL.canParse(`http://${net}`) && bits >= 8 && bits <= 32
}

/** The configuration of this process, read once and checked; every name is explained in README. */
export type Env = z.infer<typeof schema>

/** Settings that keep every process from starting, as sentences; values are never among them. */
export class SettingsWrong extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`settings missing or wrong:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`)
  }
}

type Source = Readonly<Record<string, string | undefined>>

export const env: Env = parseEnv(process.env)

/** Reads a set of environment variables; empty ones count as absent. Throws `SettingsWrong` on a malformed value. */
function parseEnv(source: Source): Env {
  const parsed = schema.safeParse(given(source))
  if (!parsed.success) throw new SettingsWrong(startProblems(source))
  return parsed.data
}

function given(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""))
}

/** Everything that keeps the portal from starting with this environment, as one complete list of sentences. */
export function startProblems(source: Source): string[] {
  const missing = [
    ...(source.APP_MODE === "production" ? [...productionProblems(source), ...strayProblems(source)] : []),
    ...thaidProblems(source),
    ...storageProblems(source),
  ]
  const malformed = schema.safeParse(given(source)).error?.issues ?? []
  const named = malformed.map((issue) => ({ name: issue.path.join("."), message: issue.message }))
  const others = named.filter(({ name }) => !missing.some((problem) => problem.startsWith(`${name}:`)))
  return [...missing, ...others.map(({ name, message }) => `${name}: ${message}`)]
}

/** The same for this very process, which needs no owner of the schema, so that one line is left out. */
export function servingProblems(): string[] {
  return startProblems({ ...process.env, DATABASE_OWNER_URL: "kept from the portal" })
}

/** Everything that keeps the OpenID Provider from starting as a process of its own, as one complete list of sentences. */
export function providerProblems(source: Source): string[] {
  const wanted = ["DATABASE_URL", "KEY_RING", "SESSION_SECRET", "ORIGIN"]
  const all = startProblems({ ...source, APP_MODE: "production" }).filter((problem) =>
    wanted.some((name) => problem.startsWith(`${name}:`)),
  )
  // beside a demonstration it stands behind plain http
  const isPlain = source.APP_MODE !== "production" && source.ORIGIN?.startsWith("http://")
  const others = startProblems(source).filter((problem) =>
    /^(?:PORT|TRUST_PROXY|LOG_LEVEL|DATABASE_POOL|NODE_TLS\w*):/.test(problem),
  )
  return [...all.filter((problem) => !(isPlain && problem.startsWith("ORIGIN:"))), ...others]
}

/** A setting without which the caller cannot work; the thrown error names it and never its value. */
export function required<K extends keyof Env>(name: K): NonNullable<Env[K]> {
  const value = env[name]
  if (value === undefined || value === null) throw new Error(`${name} is not set`)
  return value as NonNullable<Env[K]>
}

/**
 * Everything that keeps production from starting with this environment, as one complete list of sentences; empty when
 * all is there. Values are never shown.
 */
function productionProblems(source: Source): string[] {
  const has = (name: string) => Boolean(source[name])
  const problems: string[] = []
  if (!has("DATABASE_URL")) problems.push("DATABASE_URL: the portal's own role in PostgreSQL 15 or newer")
  if (!has("DATABASE_OWNER_URL"))
    problems.push("DATABASE_OWNER_URL: the owner of the schema, for migrations alone")
  else if (source.DATABASE_OWNER_URL === source.DATABASE_URL) {
    problems.push(
      "DATABASE_OWNER_URL: must be another role than the portal's, or the audit could be rewritten",
    )
  }
  if (!ringPattern.test(source.KEY_RING ?? "")) problems.push("KEY_RING: id:base64 of 32 random bytes")
  if ((source.SESSION_SECRET ?? "").length < 32) problems.push("SESSION_SECRET: 32 random characters or more")
  if (!source.ORIGIN?.startsWith("https://"))
    problems.push("ORIGIN: the public address, beginning with https://")
  if (!has("SMTP_URL") && !has("RESEND_API_KEY")) problems.push("SMTP_URL or RESEND_API_KEY: how mail leaves")
  if (!has("MAIL_FROM")) problems.push("MAIL_FROM: the sender's name and address")
  if (!has("CLAMD_SOCKET") && !has("CLAMD_HOST"))
    problems.push("CLAMD_SOCKET or CLAMD_HOST: where clamd scans documents for viruses")
  return problems
}

/** What belongs to a demonstration or a test, and must not be there in production. */
function strayProblems(source: Source): string[] {
  const stray = Object.keys(source).filter((name) => name.startsWith("THAID_SANDBOX_") && source[name])
  const problems = stray.toSorted().map((name) => `${name}: belongs to a demonstration's ThaiID stand-in`)
  if (source.INFO_ORIGIN) problems.push("INFO_ORIGIN: belongs to a demonstration's sample system")
  if (source.NODE_TLS_REJECT_UNAUTHORIZED === "0")
    problems.push("NODE_TLS_REJECT_UNAUTHORIZED: production must know whom it speaks to")
  return problems
}

const thisMachine = /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])\.?$/

function originProblems(origin: string | undefined): string[] {
  if (!origin) return []
  if (!origin.startsWith("https://")) return ["THAID_ORIGIN: must begin with https:// in production"]
  const host = URL.canParse(origin) ? new URL(origin).hostname : ""
  return thisMachine.test(host)
    ? ["THAID_ORIGIN: names this machine; production needs the service itself"]
    : []
}

/** What is amiss with the settings of ThaiID: all of them or none, and in production over TLS alone. */
function thaidProblems(source: Source): string[] {
  const names = ["THAID_ORIGIN", "THAID_CLIENT_ID", "THAID_CLIENT_SECRET"]
  const absent = names.filter((name) => !source[name])
  if (absent.length === names.length) return []
  const problems = absent.map((name) => `${name}: ThaiID needs ${names.join(", ")} together, or none of them`)
  if (source.APP_MODE === "production") problems.push(...originProblems(source.THAID_ORIGIN))
  if (Boolean(source.THAID_API_KEY) !== Boolean(source.THAID_API_KEY_HEADER))
    problems.push("THAID_API_KEY and THAID_API_KEY_HEADER: both, or neither")
  return problems
}

/** A bucket wants its keys, and lies at one place. */
function storageProblems(source: Source): string[] {
  if (!source.S3_BUCKET) return []
  const names = ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]
  const problems = names.filter((name) => !source[name]).map((name) => `${name}: S3_BUCKET needs it`)
  if (source.STORAGE_DIR) problems.push("STORAGE_DIR and S3_BUCKET: documents lie in one of them")
  return problems
}
