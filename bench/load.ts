import { Agent, request } from "node:http"

/** What one request is, and what its answer must be to count. */
export type Shot = {
  readonly path: string
  readonly form?: Record<string, string>
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

/** Sends requests over kept connections; an answer other than the expected one throws. */
export function gun(
  origin: string,
  width: number,
): { fire: (shot: Shot) => Promise<void>; rest: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  const fire = (shot: Shot) =>
    new Promise<void>((resolve, reject) => {
      const body = shot.form ? new URLSearchParams(shot.form).toString() : ""
      const headers = shot.form
        ? { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) }
        : {}
      const sent = request(`${origin}${shot.path}`, { agent, headers, method: shot.form ? "POST" : "GET" })
      sent.once("error", reject)
      sent.once("response", (answer) => {
        answer.resume()
        answer.once("error", reject)
        answer.once("end", () => {
          const fault = faultOf(shot, answer.statusCode, answer.headers.location)
          if (fault) reject(new Error(fault))
          else resolve()
        })
      })
      sent.end(body)
    })
  return { fire, rest: () => agent.destroy() }
}

function faultOf({ path, expects }: Shot, status: number | undefined, location: string | undefined) {
  if (status !== expects.status) return `${path.split("?")[0]}: status ${status}`
  if (expects.location && location !== expects.location)
    return `${path.split("?")[0]}: led to ${location?.slice(0, 60)}`
  return undefined
}
