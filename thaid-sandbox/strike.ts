import { credentialsOf } from "./clients"
import { type Answer, type Ask, json } from "./exchange"
import { type AnswerFault, type ArmedFault, answerFaults, type Endpoint } from "./faults"
import type { World } from "./world"

/** Who seems to call, for faults of one client and the journal; nothing is verified here. */
export function seemingClient(world: World, ask: Ask): string | undefined {
  const clientId = credentialsOf(ask)?.clientId ?? ask.form.get("client_id") ?? ask.query.get("client_id")
  return world.clients.find((client) => client.clientId === clientId)?.clientId
}

// What DOPA's firewall and its proxies have been seen to say: not JSON, whatever was asked.
const pages: Partial<Record<AnswerFault, Answer>> = {
  "html-403": htmlAnswer(403, "403 Forbidden"),
  "server-error": htmlAnswer(500, "500 Internal Server Error"),
  down: htmlAnswer(503, "503 Service Unavailable"),
}

function htmlAnswer(status: number, title: string): Answer {
  const body = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
  return { status, headers: { "content-type": "text/html", "cache-control": "no-store" }, body }
}

/**
 * Lets the armed faults strike an answer. A page in its place means that the request never got through; a slow, cut
 * or lost answer belongs to a request that was worked on.
 */
export function struck(
  world: World,
  endpoint: Endpoint,
  client: string | undefined,
  work: () => Answer,
): Answer {
  const faults = world.faults.take(answerFaults, client, endpoint)
  const stand = faults.map(({ name }) => pages[name as AnswerFault]).find((found) => found !== undefined)
  const answer = faults.reduce(spoilt, stand ?? work())
  return { ...answer, struck: [...faults.map(({ name }) => name), ...(answer.struck ?? [])] }
}

function spoilt(answer: Answer, { name, value }: ArmedFault): Answer {
  if (name === "slow") return { ...answer, delaySeconds: Number(value) || 0 }
  if (name === "dropped") return { ...answer, isDropped: true }
  if (name !== "truncated-json") return answer
  const text = String(answer.body) || JSON.stringify(json(answer.status, {}).body)
  return { ...answer, body: text.slice(0, Math.ceil(text.length / 2)) }
}
