import type { IncomingMessage } from "node:http"

const most = 16 * 1024

export type Body = { readonly form: URLSearchParams; readonly json: unknown }

const none = (): Body => ({ form: new URLSearchParams(), json: undefined })

/** Reads a body as a form or as JSON; null when it is too large or malformed. */
export async function readBody(message: IncomingMessage): Promise<Body | null> {
  if (message.method !== "POST") return none()
  const parts: Buffer[] = []
  let size = 0
  for await (const part of message) {
    size += (part as Buffer).length
    if (size > most) return null
    parts.push(part as Buffer)
  }
  const text = Buffer.concat(parts).toString("utf8")
  const type = message.headers["content-type"] ?? ""
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return { ...none(), form: new URLSearchParams(text) }
  if (!/^application\/json\b/i.test(type) || text === "") return none()
  try {
    return { ...none(), json: JSON.parse(text) }
  } catch {
    return null
  }
}
