import { asset } from "./assets"
import { authorize } from "./authorize"
import { introspect, revoke, userinfo } from "./client-endpoints"
import { control } from "./control"
import { discovery, jwks } from "./discovery"
import { type Answer, type Ask, json } from "./exchange"
import type { Endpoint } from "./faults"
import { phone, phoneDoor } from "./phone"
import * as api from "./sandbox-api"
import { signIn, signInQr, signInState } from "./sign-in"
import { token } from "./token"
import type { World } from "./world"

type Work = (world: World, ask: Ask) => Answer
type Route = { readonly methods: readonly string[]; readonly work: Work; readonly endpoint?: Endpoint }

const get = ["GET", "HEAD"]
const both = [...get, "POST"]

/** Addresses of the protocol end in a slash; without it there is nothing. */
const exact: Readonly<Record<string, Route>> = {
  "/.well-known/openid-configuration": { methods: get, work: discovery, endpoint: "discovery" },
  "/jwks/": { methods: get, work: jwks, endpoint: "jwks" },
  "/api/v2/oauth2/auth/": { methods: get, work: authorize, endpoint: "authorize" },
  "/api/v2/oauth2/token/": { methods: ["POST"], work: token, endpoint: "token" },
  "/api/v2/oauth2/introspect/": { methods: ["POST"], work: introspect, endpoint: "introspect" },
  "/api/v2/oauth2/revoke/": { methods: ["POST"], work: revoke, endpoint: "revoke" },
  "/api/v2/oauth2/userinfo/": { methods: both, work: userinfo, endpoint: "userinfo" },
  "/sandbox/": { methods: both, work: control },
  "/sandbox/phone": { methods: get, work: phoneDoor },
  "/sandbox/faults": { methods: both, work: api.faults },
  "/sandbox/switches": { methods: both, work: api.switches },
  "/sandbox/approve": { methods: ["POST"], work: api.approve },
  "/sandbox/pending": { methods: get, work: api.pending },
  "/sandbox/persons": { methods: get, work: api.persons },
  "/sandbox/keys/rotate": { methods: ["POST"], work: api.rotateKeys },
  "/sandbox/journal": { methods: both, work: api.journal },
}

const named: readonly (readonly [
  RegExp,
  readonly string[],
  (world: World, ask: Ask, name: string) => Answer,
])[] = [
  [/^\/sandbox\/phone\/([^/]{1,40})$/, both, phone],
  // A HEAD must not use up the way back.
  [/^\/sandbox\/sign-in\/([\w-]{22})$/, ["GET"], signIn],
  [/^\/sandbox\/sign-in\/([\w-]{22})\/state$/, get, (world, _, id) => signInState(world, id)],
  [/^\/sandbox\/sign-in\/([\w-]{22})\/qr\.svg$/, get, (world, _, id) => signInQr(world, id) ?? nothing],
  [/^\/sandbox\/([\w-]+\.[a-z0-9]+)$/, get, (_, __, name) => asset(name) ?? nothing],
]

const nothing = json(404, { error: "not_found" })

function notAllowed(methods: readonly string[]): Answer {
  return json(405, { error: "method_not_allowed" }, { allow: methods.join(", ") })
}

/** The route of a path. */
export function routeOf(path: string): Route | undefined {
  if (Object.hasOwn(exact, path)) return exact[path]
  for (const [pattern, methods, work] of named) {
    const name = pattern.exec(path)?.[1]
    if (name !== undefined) return { methods, work: (world, ask) => work(world, ask, name) }
  }
  return undefined
}

/** Answers a request that has been read. */
export function answer(world: World, ask: Ask, route: Route | undefined): Answer {
  if (!route)
    return ask.path === "/" ? { ...nothing, status: 302, headers: { location: "/sandbox/" } } : nothing
  return route.methods.includes(ask.method) ? route.work(world, ask) : notAllowed(route.methods)
}
