import type postgres from "postgres"
import type { Language } from "./digits"
import type { Portal } from "./portal"
import type { Person } from "./powers"
import type { Sessions } from "./sessions"
import type { Settings } from "./settings"
import { en } from "./words-en"
import { th, type Words } from "./words-th"

/** What INFO works with. */
export type World = {
  readonly settings: Settings
  readonly sql: postgres.Sql
  readonly portal: Portal
  readonly sessions: Sessions
}

/** A request, read. */
export type Ask = {
  readonly method: string
  readonly url: URL
  readonly form: URLSearchParams
  readonly cookies: ReadonlyMap<string, string>
  readonly now: Date
  /** The day in Bangkok, or the one that stands in for it. */
  readonly today: string
  readonly language: Language
  readonly w: Words
  readonly person: Person | undefined
}

/** What is answered. */
export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string | Buffer
}

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return language === "en" ? en : th
}

/** Leads the browser on. */
export function leadTo(location: string, cookies: readonly string[] = []): Answer {
  return { status: 303, headers: { location, "set-cookie": cookies }, body: "" }
}

/** An answer without a page. */
export function plain(status: number, body: string, headers: Answer["headers"] = {}): Answer {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers }, body }
}
