import { type IncomingHttpHeaders, request } from "node:http"

/** An answer as it came over the wire. */
export type RawAnswer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

type Ask = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Sends an address byte for byte as it stands: no client of the usual kind would keep `..` or a broken escape. */
export function rawHttp(base: string, path: string, ask: Ask = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(base)
  const { method = "GET", headers = {}, body } = ask
  return new Promise((resolve, reject) => {
    // As a browser asks: a server that hangs up after its answer cuts off a body that is still on its way.
    const kept = { connection: "keep-alive", ...headers }
    const sent = request({ hostname, port, path, method, agent: false, headers: kept }, (answer) => {
      const parts: Buffer[] = []
      const settle = () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(parts).toString("utf8"),
        })
      answer.on("data", (part: Buffer) => parts.push(part))
      answer.on("end", () => {
        settle()
        sent.destroy()
      })
      // A server may answer a body that is too large and hang up before it was all sent.
      answer.on("error", settle)
    })
    sent.on("error", (error) => reject(error))
    sent.setTimeout(20_000, () => sent.destroy(new Error(`${path.slice(0, 80)} did not answer in 20 s`)))
    sent.end(body)
  })
}

/** A form's body; values that are escaped already stand as they are. */
export function formBody(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join("&")
}

/** Posts a plain form. */
export function rawPost(
  base: string,
  path: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  return rawHttp(base, path, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(body)),
      ...headers,
    },
  })
}
