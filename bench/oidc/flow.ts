import { createHash, randomBytes } from "node:crypto"
import type { Answer, Shot } from "../load"

/** What a system signs its users in with. */
export type BenchClient = { readonly id: string; readonly secret: string }

/** Where the browser of the bench comes back to; nobody answers there. */
export const callback = "https://bench.example/cb"

/** What the system of the bench asks for. */
export const scope = "openid profile unit roles"

/** A browser that is signed in at the portal and was at the system before, and the system behind it. */
export type Lane = {
  readonly cookie: string
  readonly authorize: string
  readonly verifier: string
  readonly basic: string
}

/** The address by which a system sends a browser to the provider, and the secret half of it. */
export function asking(client: BenchClient): Omit<Lane, "cookie"> {
  const verifier = randomBytes(32).toString("base64url")
  const query = new URLSearchParams({
    client_id: client.id,
    response_type: "code",
    redirect_uri: callback,
    scope,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state: "state-of-the-bench",
    nonce: "nonce-of-the-bench",
  })
  const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`
  return { authorize: `/oidc/auth?${query}`, verifier, basic }
}

/** One sign-in at a system by somebody who is signed in: the code, the tokens, and who it is. Throws where any of it is amiss. */
export async function signIn(lane: Lane, fire: (shot: Shot) => Promise<Answer>): Promise<void> {
  const { cookie, authorize, verifier, basic } = lane
  const sent = await fire({ path: authorize, headers: { cookie }, expects: { status: 303 } })
  const code = /[?&]code=([^&]+)/.exec(sent.location ?? "")?.[1]
  if (!code) throw new Error("/oidc/auth: no code came back")
  const form = { grant_type: "authorization_code", code, redirect_uri: callback, code_verifier: verifier }
  const given = await fire({
    path: "/oidc/token",
    form,
    headers: { authorization: basic },
    expects: { status: 200 },
  })
  const { access_token, id_token } = JSON.parse(given.body)
  if (!(access_token && id_token)) throw new Error("/oidc/token: a token is missing")
  const told = await fire({
    path: "/oidc/me",
    headers: { authorization: `Bearer ${access_token}` },
    expects: { status: 200 },
  })
  if (!told.body.includes('"roles"')) throw new Error("/oidc/me: the roles are missing")
}

/** Goes from the system to the provider and wherever it leads, with the cookies of the way, until the system has its code. */
export async function firstSignIn(lane: Lane, fire: (shot: Shot) => Promise<Answer>): Promise<Lane> {
  const cookies = new Map(lane.cookie ? [pairOf(lane.cookie)] : [])
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  let path = lane.authorize
  for (let steps = 0; steps < 6; steps += 1) {
    const status = path.startsWith("/continue/") ? 200 : 303
    const answer = await fire({ path, headers: { cookie: header() }, expects: { status } })
    for (const pair of answer.cookies) cookies.set(...pairOf(pair))
    const { location = "" } = answer
    if (location.startsWith(callback)) return { ...lane, cookie: header() }
    path = location.replace(/^https?:\/\/[^/]+/, "")
  }
  throw new Error("the way to the system has no end")
}

const pairOf = (pair: string): [string, string] => {
  const [name = "", ...value] = pair.split("=")
  return [name, value.join("=")]
}
