import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import type Provider from "oidc-provider"
import { assurances } from "@/lib/sessions/rules"
import type { Asked } from "../asked"
import { goOn, newGrant } from "../conclude"
import { reachesAcr } from "../rules"
import type { InventedUser } from "./invented"
import { sandboxPath } from "./sandbox-path"

type Pair = { readonly req: IncomingMessage; readonly res: ServerResponse }

/** As surely as was asked for: nobody proved anything, and the token says that it is for trying out. */
function assuranceFor(acrValues: readonly string[]) {
  const { passwordAndMailedCode, passwordAndTotp, passkey, thaid } = assurances
  const sure = [passwordAndMailedCode, passwordAndTotp, passkey].find(({ acr }) => reachesAcr(acr, acrValues))
  return sure ?? thaid
}

/**
 * The address by which a builder's browser goes on to the system as an invented user. Who was chosen there before is
 * forgotten: the library would first ask the one to sign out.
 */
export async function goOnInvented(
  provider: Provider,
  pair: Pair,
  entry: { readonly asked: Asked; readonly user: InventedUser; readonly now: Date },
): Promise<string> {
  const { asked, user, now } = entry
  const interaction = await provider.Interaction.find(asked.uid)
  if (interaction?.session) {
    interaction.session = undefined
    await interaction.persist()
  }
  const { acr, amr } = assuranceFor(asked.acrValues)
  const proof = { acr, amr, at: Math.floor(now.getTime() / 1000) }
  const grantId = await newGrant(provider, asked, user.sub)
  return await goOn(provider, pair, { accountId: user.sub, proof, grantId })
}

/** What takes the session of whoever was chosen before out of the browser. */
export function forgettingCookies(provider: Provider): readonly string[] {
  const name = provider.cookieName("session")
  return [name, `${name}.sig`].map(
    (one) => `${one}=; Path=${sandboxPath}; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax`,
  )
}
