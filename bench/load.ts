import { connect, type Socket } from "node:net"

/** What one request is, and what its answer must be to count. */
export type Shot = {
  readonly path: string
  readonly form?: Record<string, string>
  readonly headers?: Readonly<Record<string, string>>
  readonly expects: { readonly status: number; readonly location?: string }
}

/** How a round went. */
export type Round = { readonly perSecond: number; readonly errors: readonly string[] }

/** Runs `work` again and again, `width` at once, for so many seconds; what is begun is finished and counted in time. */
export async function round(width: number, seconds: number, work: () => Promise<void>): Promise<Round> {
  const errors: string[] = []
  const began = performance.now()
  let count = 0
  const one = async () => {
    while (performance.now() - began < seconds * 1000) {
      try {
        await work()
        count += 1
      } catch (thrown) {
        errors.push(String(thrown))
      }
    }
  }
  await Promise.all(Array.from({ length: width }, one))
  return { perSecond: count / ((performance.now() - began) / 1000), errors }
}

/**
 * Sends requests over kept connections, one at a time over each; an answer other than the expected one throws. It
 * speaks HTTP/1.1 by hand: a general client would take from the portal the very cores that are measured.
 */
export function gun(origin: string): { fire: (shot: Shot) => Promise<Answer>; rest: () => void } {
  const { hostname, port } = new URL(origin)
  let idle: { readonly socket: Socket; readonly since: number }[] = []
  const rest = () => {
    for (const { socket } of idle) socket.destroy()
    idle = []
  }
  const fire = async (shot: Shot) => {
    // The portal hangs up on those that rest for five seconds.
    if (idle.some(({ since }) => performance.now() - since > 2000)) rest()
    const socket = idle.pop()?.socket ?? connect(Number(port), hostname).setNoDelay(true)
    socket.write(written(shot, hostname))
    const answer = await answerOf(socket)
    idle.push({ socket, since: performance.now() })
    const fault = faultOf(shot, answer.status, answer.location)
    if (fault) throw new Error(fault)
    return answer
  }
  return { fire, rest }
}

function written({ path, form, headers = {} }: Shot, host: string): string {
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  if (!form) return `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${more.join("")}\r\n`
  const body = new URLSearchParams(form).toString()
  const type = "content-type: application/x-www-form-urlencoded"
  return `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${more.join("")}${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

/** What came back. */
export type Answer = {
  readonly status: number
  /** Where it leads, by a redirect or by a page that leads on. */
  readonly location: string | undefined
  /** Name and value of each cookie that was set. */
  readonly cookies: readonly string[]
  readonly body: string
}

/** Reads one answer to its end: chunked, of a told length, or without a body (RFC 9112 §6.3). */
function answerOf(socket: Socket): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let text = ""
    const take = (part: Buffer) => {
      text += part.toString("latin1")
      const head = text.indexOf("\r\n\r\n")
      if (head < 0 || !isWhole(text, head)) return
      leave()
      const fields = text.slice(0, head + 2)
      const location = /\r\n(?:location: |refresh: 0;url=)([^\r]*)/i.exec(fields)?.[1]
      const cookies = [...fields.matchAll(/\r\nset-cookie: ([^;\r]*)/gi)].map(([, pair = ""]) => pair)
      resolve({ status: Number(text.slice(9, 12)), location, cookies, body: text.slice(head + 4) })
    }
    const fail = () => {
      leave()
      reject(new Error("the connection was lost"))
    }
    const leave = () => socket.off("data", take).off("close", fail).off("error", fail)
    socket.on("data", take).on("close", fail).on("error", fail)
  })
}

function isWhole(text: string, head: number): boolean {
  const fields = text.slice(0, head + 2).toLowerCase()
  if (fields.includes("\r\ntransfer-encoding: chunked")) return text.endsWith("\r\n0\r\n\r\n")
  const length = Number(/\r\ncontent-length: (\d+)/.exec(fields)?.[1] ?? 0)
  return text.length >= head + 4 + length
}

function faultOf({ path, expects }: Shot, status: number, location: string | undefined) {
  if (status !== expects.status) return `${path.split("?")[0]}: status ${status}`
  if (expects.location && location !== expects.location)
    return `${path.split("?")[0]}: led to ${location?.slice(0, 60)}`
  return undefined
}
