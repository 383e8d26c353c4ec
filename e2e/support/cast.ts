import type { APIRequestContext } from "@playwright/test"

/** A member of the demonstration's cast, as `/dev/cast` tells. */
export type Card = {
  readonly username: string
  readonly password: string | null
  readonly email: string | null
  readonly nationalId: string
  readonly name: string
  readonly unitCode: string
  readonly power: string
  readonly expects: "portal" | "refused"
}

/** A member who may come in. */
export type Welcome = Card & { readonly password: string; readonly email: string }

/** The whole cast. */
export async function cast(request: APIRequestContext): Promise<Card[]> {
  const answer = await request.get("/dev/cast")
  if (!answer.ok()) throw new Error(`/dev/cast answered ${answer.status()}`)
  return answer.json()
}

/** Whether a member may come in. */
export function isWelcome(card: Card): card is Welcome {
  return card.expects === "portal" && card.password !== null && card.email !== null
}

/** The member with this user name. */
export async function persona(request: APIRequestContext, username: string): Promise<Welcome> {
  const card = (await cast(request)).find((one) => one.username === username)
  if (!card || !isWelcome(card)) throw new Error(`no ${username} in the cast who may come in`)
  return card
}
