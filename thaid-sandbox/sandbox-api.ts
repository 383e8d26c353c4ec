import { z } from "zod"
import { decide, decisions, typedPerson } from "./decide"
import { type Answer, type Ask, json } from "./exchange"
import { type ArmedFault, answerFaults, endpoints, faultNames } from "./faults"
import { switchChange, switchChoices, usualSwitches } from "./switches"
import type { World } from "./world"

// Words and numbers as forms send them, and as JSON does.
const bool = z.union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")])
const blank = z.literal("").transform(() => undefined)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.union([blank, schema]).optional()

const faultWish = z.union([
  z.strictObject({ clear: z.literal(true) }),
  z.strictObject({ clear: z.string().min(1) }),
  z.strictObject({
    name: z.enum(faultNames),
    at: optional(z.enum(endpoints)),
    client: optional(z.string()),
    sticky: bool.optional(),
    value: optional(z.union([z.number(), z.string().max(100)])),
  }),
])

type Wish = Extract<z.infer<typeof faultWish>, { name: unknown }>

const mostSeconds = 86_400

const problem = (why: string) => json(400, { error: "invalid_request", error_description: why })

/** Arms a fault, or clears one or all. */
export function setFaults(world: World, input: unknown): ArmedFault | string | null {
  const wish = faultWish.safeParse(input)
  if (!wish.success) return z.prettifyError(wish.error)
  if ("clear" in wish.data) {
    world.faults.clear(wish.data.clear === true ? undefined : wish.data.clear)
    return null
  }
  return misfit(world, wish.data) ?? world.faults.arm(wish.data)
}

/** Why a fault makes no sense; null when it does. */
function misfit(world: World, { name, at, client, value }: Wish): string | null {
  if (client !== undefined && !world.clients.some(({ clientId }) => clientId === client))
    return "no such client"
  const isAnonymous = at === "discovery" || at === "jwks" || name.startsWith("discovery-")
  if (client !== undefined && isAnonymous) return "nobody knows which client reads discovery or keys"
  if (at !== undefined && !(answerFaults as readonly string[]).includes(name))
    return "only faults of a whole answer have a place"
  const isOfSeconds = name === "slow" || name === "clock-skew"
  const isSeconds = Math.abs(Number(value ?? 0)) <= mostSeconds
  return isOfSeconds && !isSeconds ? "the value is a number of seconds" : null
}

export function faults(world: World, ask: Ask): Answer {
  if (ask.method === "GET") return json(200, { names: faultNames, armed: world.faults.list() })
  const armed = setFaults(world, ask.json)
  if (typeof armed === "string") return problem(armed)
  return json(200, { fault: armed, armed: world.faults.list() })
}

const switchWish = z.object({ client: z.string().optional(), reset: z.literal(true).optional() }).loose()

/** Changes switches, for all clients or one; `reset` puts all back. */
export function setSwitches(world: World, input: unknown): string | null {
  const wish = switchWish.safeParse(input)
  if (!wish.success) return z.prettifyError(wish.error)
  const { client, reset, ...rest } = wish.data
  const change = switchChange.safeParse(rest)
  if (!change.success) return z.prettifyError(change.error)
  if (client !== undefined && !world.clients.some(({ clientId }) => clientId === client))
    return "no such client"
  if (reset) world.switches.reset()
  world.switches.change(change.data, client)
  return null
}

export function switches(world: World, ask: Ask): Answer {
  if (ask.method === "POST") {
    const why = setSwitches(world, ask.json)
    if (why !== null) return problem(why)
  }
  const own = world.clients.map(({ clientId }) => [clientId, world.switches.of(clientId)])
  return json(200, {
    usual: usualSwitches,
    choices: switchChoices,
    all: world.switches.of(undefined),
    clients: Object.fromEntries(own),
  })
}

const approval = z.strictObject({
  refCode: z.string(),
  decision: z.enum(decisions).default("approve"),
  /** The number of a person whom the sandbox knows. */
  nationalId: z.string().optional(),
  /** Or a whole person. */
  person: z.record(z.string(), z.unknown()).optional(),
})

/** Decides a sign-in for a test, as the phone page does for a person. */
export function approve(world: World, ask: Ask): Answer {
  const wish = approval.safeParse(ask.json)
  if (!wish.success) return problem(z.prettifyError(wish.error))
  const { refCode, decision, nationalId } = wish.data
  const pending = world.pending.byRefCode(refCode)
  if (!pending) return json(404, { error: "not_found" })
  const known = world.persons.find((one) => one.nationalId === nationalId)
  const who = known ?? typedPerson(wish.data.person ?? { nationalId, givenName: "-" })
  if (decision === "approve" && typeof who === "string") return problem(who)
  const isDecided = decide(world, pending, decision, typeof who === "string" ? undefined : who)
  return json(isDecided ? 200 : 409, { refCode: pending.refCode, state: pending.outcome.is })
}

/** Sign-ins that wait, the oldest first. */
export function pending(world: World, _ask: Ask): Answer {
  return json(
    200,
    world.pending.waiting().map(({ refCode, request, startedAt, expiresAt }) => {
      const { clientId: client, scopes } = request
      return { refCode, client, scopes, startedAt, expiresAt }
    }),
  )
}

export function persons(world: World, _ask: Ask): Answer {
  return json(200, world.persons)
}

export function rotateKeys(world: World, _ask: Ask): Answer {
  return json(200, { kid: world.keys.rotate().kid })
}

/** What the protocol's addresses were asked; a POST forgets it. */
export function journal(world: World, ask: Ask): Answer {
  if (ask.method === "POST") world.journal.clear()
  return json(200, world.journal.list())
}
