import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import type Provider from "oidc-provider"
import { type Context, look } from "@/lib/kernel/execute"
import { askedAt } from "../asked-here"
import { browserPair } from "../browser-pair"
import { goBack } from "../conclude"
import { runningSandbox } from "../running"
import { forgettingCookies, goOnInvented } from "./enter-invented"
import { getSandbox } from "./get-sandbox"

/** A browser before the provider for trying out; whether somebody is signed in at the portal there means nothing. */
export type Builder = {
  readonly context: Context
  readonly provider: Provider
  readonly pair: { readonly req: IncomingMessage; readonly res: ServerResponse }
}

/** Where the browser is sent, and what is taken out of it. */
type Leaving = {
  readonly leavesFor: string
  readonly cookies: readonly string[]
  readonly clientName: string
}

/** The builder's browser that sent these headers. */
export async function builderHere(context: Context, headers: Headers): Promise<Builder> {
  return { context, provider: await runningSandbox(), pair: browserPair(headers) }
}

/** The request of a client for trying out that waits in this browser under this name; nothing where there is none. */
export async function sandboxAt(uid: string, { context, provider, pair }: Builder) {
  const asked = await askedAt(provider, pair, uid)
  if (!asked) return undefined
  const door = await look(getSandbox, context, { clientId: asked.clientId })
  return door.ok ? { asked, ...door.value } : undefined
}

/**
 * Goes on to the system as the invented user of a role in a unit. `gone` where no request waits here, `missing` where the
 * choice names nobody of the client's system.
 */
export async function enterAsInvented(
  uid: string,
  builder: Builder,
  choice: { readonly role: string | undefined; readonly unit: string | undefined },
): Promise<Leaving | "gone" | "missing"> {
  const at = await sandboxAt(uid, builder)
  if (!at) return "gone"
  const user = at.users.find(({ role, unit }) => role.key === choice.role && unit.code === choice.unit)
  if (!user) return "missing"
  const { context, provider, pair } = builder
  const leavesFor = await goOnInvented(provider, pair, { asked: at.asked, user, now: context.now })
  return { leavesFor, cookies: forgettingCookies(provider), clientName: at.name }
}

/** Goes back to the system, which learns that nobody came in. */
export async function leaveSandbox(uid: string, builder: Builder): Promise<Leaving | "gone"> {
  const at = await sandboxAt(uid, builder)
  if (!at) return "gone"
  const leavesFor = await goBack(builder.provider, builder.pair)
  return { leavesFor, cookies: [], clientName: at.name }
}
