/** What INFO has to be told to run. */
export type Settings = {
  readonly mode: "demo" | "production"
  readonly host: string
  readonly port: number
  /** Where browsers reach it. */
  readonly origin: string
  /** The portal as an OpenID Provider. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly databaseUrl: string
  /** 32 bytes, under which tokens are kept. */
  readonly key: Buffer
  /** A day that stands in for today; of a demonstration alone. */
  readonly today: string | undefined
  /** Seconds after which the portal is asked again about somebody at work. */
  readonly askAgain: number
}

type Source = Readonly<Record<string, string | undefined>>

const names = ["INFO_ORIGIN", "INFO_ISSUER", "INFO_CLIENT_SECRET", "INFO_DATABASE_URL", "INFO_KEY"] as const

const dayPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** All that is wrong with the environment, as sentences without a value. */
function problemsOf(source: Source): string[] {
  const isProduction = source.APP_MODE === "production"
  const { INFO_TODAY: today, INFO_KEY: key } = source
  const found: (string | false | "" | undefined)[] = [
    ...names.map((name) => !source[name] && `${name} is not set`),
    today && isProduction && "INFO_TODAY belongs to a demonstration",
    today && !dayPattern.test(today) && "INFO_TODAY: a day such as 2026-12-10",
    key && Buffer.from(key, "base64").length !== 32 && "INFO_KEY: 32 bytes in base64",
    ...(["INFO_ORIGIN", "INFO_ISSUER"] as const).map((name) => {
      const value = source[name]
      if (value && !URL.canParse(value)) return `${name}: an address`
      return value && isProduction && !value.startsWith("https://") && `${name}: must begin with https://`
    }),
  ]
  return found.filter((problem) => typeof problem === "string" && problem !== "") as string[]
}

/** Reads the environment; or tells what is wrong with it. */
export function readSettings(source: Source): Settings | { readonly problems: readonly string[] } {
  const problems = problemsOf(source)
  if (problems.length > 0) return { problems }
  const text = (name: string) => source[name] ?? ""
  return {
    mode: source.APP_MODE === "production" ? "production" : "demo",
    host: text("INFO_LISTEN") || "127.0.0.1",
    port: Number(text("INFO_PORT") || 0),
    origin: new URL(text("INFO_ORIGIN")).origin,
    issuer: text("INFO_ISSUER"),
    clientId: text("INFO_CLIENT_ID") || "info",
    clientSecret: text("INFO_CLIENT_SECRET"),
    databaseUrl: text("INFO_DATABASE_URL"),
    key: Buffer.from(text("INFO_KEY"), "base64"),
    today: text("INFO_TODAY") || undefined,
    askAgain: Number(text("INFO_ASK_AGAIN_SECONDS") || 120),
  }
}
