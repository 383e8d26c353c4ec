import "server-only"
import { z } from "zod"
import { env } from "@/lib/env"
import { line } from "@/lib/orders/schema"
import { untilDay } from "@/lib/rights/schema"
import { readPublicKeys } from "./public-keys"
import { clientLimits, offeredScopes, uriFault } from "./rules"

// Messages are keys of `faults` in room `clients` of the dictionary.

const systemCode = z.string().regex(/^[A-Z0-9-]{1,40}$/)
const clientId = z.string().regex(/^[a-z0-9-]{1,80}$/)
const version = z.coerce.number().int().min(1)

const typedUri = z
  .string()
  .max(2000, "uriTooLong")
  .transform((typed) => typed.trim())
const typedUris = z
  .string()
  .max(8000, "uriTooLong")
  .transform((typed) => [...new Set(typed.split(/\s+/).filter(Boolean))])
  .pipe(z.array(z.string()).max(clientLimits.uris, "urisMany"))

const fields = {
  name: line(100, "tooLong").pipe(z.string().min(1, "missing")),
  redirectUris: typedUris,
  postLogoutRedirectUris: typedUris,
  backchannelLogoutUri: typedUri,
  startUri: typedUri,
  authMethod: z.enum(["client_secret_basic", "client_secret_post", "private_key_jwt"], "methodMissing"),
  jwks: z.string().max(12_000, "keysWrong"),
  idTokenAlg: z.enum(["RS256", "ES256"], "algMissing"),
  scopes: z.array(z.enum(offeredScopes)),
  nidReason: line(300, "tooLong"),
  sector: z
    .string()
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(z.string().regex(/^(?:[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?)?$/, "sectorWrong")),
}

const typed = z.object({ ...fields, isSandbox: z.boolean() })
type Typed = z.output<typeof typed>
type Say = (path: keyof Typed, message: string) => void

/** Addresses: right in form, and one at least to return to. */
function judgeUris(input: Typed, say: Say): void {
  const onLoopback = input.isSandbox || env.APP_MODE === "demo"
  const { redirectUris, postLogoutRedirectUris, backchannelLogoutUri, startUri } = input
  if (redirectUris.length === 0) say("redirectUris", "redirectMissing")
  const lists = { redirectUris, postLogoutRedirectUris }
  for (const name of ["redirectUris", "postLogoutRedirectUris"] as const) {
    const fault = lists[name].map((uri) => uriFault(uri, onLoopback)).find(Boolean)
    if (fault) say(name, fault)
  }
  const single = { backchannelLogoutUri, startUri }
  for (const name of ["backchannelLogoutUri", "startUri"] as const) {
    const fault = single[name] === "" ? undefined : uriFault(single[name], onLoopback)
    if (fault) say(name, fault)
  }
}

/** The rules that bind one field to another. What the provider's library would refuse at a request is refused here. */
function judge(input: Typed, say: Say): void {
  judgeUris(input, say)
  // the library takes pairwise names of persons only where all return addresses are of one host (OpenID Connect Core 1.0 §8.1)
  const hosts = new Set(input.redirectUris.map((uri) => URL.parse(uri)?.host))
  if (input.sector !== "" && hosts.size > 1) say("sector", "sectorHosts")
  if (input.scopes.includes("nid") && input.nidReason === "") say("nidReason", "nidReasonMissing")
  if (input.isSandbox && input.scopes.includes("nid")) say("nidReason", "nidSandbox")
  if (input.authMethod !== "private_key_jwt") return
  const keys = readPublicKeys(input.jwks)
  if (typeof keys === "string") say("jwks", keys)
}

/** A client's columns out of a form that is right; nothing of a key set but its public parts. */
function columns({ jwks, ...input }: Typed) {
  const keys = input.authMethod === "private_key_jwt" ? readPublicKeys(jwks) : undefined
  return {
    name: input.name,
    redirectUris: input.redirectUris,
    postLogoutRedirectUris: input.postLogoutRedirectUris,
    backchannelLogoutUri: input.backchannelLogoutUri || null,
    startUri: input.startUri || null,
    authMethod: input.authMethod,
    jwks: typeof keys === "object" ? keys : null,
    idTokenAlg: input.idTokenAlg,
    scopes: ["openid", ...offeredScopes.filter((scope) => input.scopes.includes(scope))],
    nidReason: input.scopes.includes("nid") ? input.nidReason : null,
    sector: input.sector || null,
  }
}

/** A form of a client, beside what says which client it is. */
function clientForm<S extends z.ZodRawShape>(which: S) {
  return z
    .object(which)
    .and(
      typed.superRefine((input, context) =>
        judge(input, (path, message) => context.addIssue({ code: "custom", path: [path], message })),
      ),
    )
    .transform((input) => ({ ...input, columns: columns(input) }))
}

/** A new client of a system. One for trying out is made by a command of its own. */
export const createClientInput = clientForm({ systemCode, isSandbox: z.literal(false) })

/** A client as its page sends it back. */
export const changeClientInput = clientForm({ clientId, version })

export const closeClientInput = z.object({ clientId, version })

/** A system's report of sign-outs, by the state of their telling; nonsense in the address is none. */
export const signOutsInput = z.object({
  systemCode,
  state: z.enum(["waiting", "confirmed", "gave-up", "untold", ""]).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** The system that is told again. */
export const tellAgainInput = z.object({ systemCode })

export const makeSandboxInput = z.object({ systemCode })

/** A new secret; the older one ends at once, or on the last moment of a day. */
export const makeSecretInput = z
  .object({ clientId, older: z.enum(["now", "day"]), endsOn: untilDay })
  .refine(({ older, endsOn }) => older === "now" || endsOn !== null, {
    path: ["endsOn"],
    message: "dayMissing",
  })

export const endSecretInput = z.object({ clientId, secretId: z.uuid() })

export const clientsInput = z.object({ systemCode })

export const clientInput = z.object({ systemCode, clientId })
