import { formBody, type RawAnswer, rawHttp, rawPost } from "./raw-http"

/** An answer and the address that was asked for. */
export type Seen = { readonly path: string; readonly answer: RawAnswer }

/**
 * A browser that keeps cookies (those for https too, whatever it speaks) and all it was answered, and nothing else: it
 * follows nothing and adds no header of its own.
 */
export class RawBrowser {
  readonly seen: Seen[] = []
  /** Every value that a cookie ever had. */
  readonly cookieValues = new Set<string>()
  readonly #cookies = new Map<string, string>()

  constructor(
    private readonly base: string,
    private readonly own: Readonly<Record<string, string>> = {},
  ) {}

  get(path: string): Promise<RawAnswer> {
    return this.#keep(path, rawHttp(this.base, path, { headers: this.#headers() }))
  }

  /** Posts fields as they were typed. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<RawAnswer> {
    const typed = Object.entries(fields).map(([name, value]) => [name, encodeURIComponent(value)])
    return this.send(path, formBody(Object.fromEntries(typed)))
  }

  /** Posts a body byte for byte. */
  send(path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) {
    return this.#keep(path, rawPost(this.base, path, body, { ...this.#headers(), ...headers }))
  }

  /** The `Cookie` header as it stands. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  }

  #headers(): Record<string, string> {
    return { ...this.own, ...(this.#cookies.size > 0 ? { cookie: this.cookie } : {}) }
  }

  async #keep(path: string, asked: Promise<RawAnswer>): Promise<RawAnswer> {
    const answer = await asked
    this.seen.push({ path, answer })
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [pair = "", ...attributes] = line.split("; ")
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]
      if (attributes.includes("Max-Age=0")) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
      if (value.length >= 16) this.cookieValues.add(value)
    }
    return answer
  }
}
