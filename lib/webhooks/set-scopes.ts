import "server-only"
import { lockProgramClient, markMachineScopes } from "@/db/queries/webhooks"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { setScopesInput } from "./webhook-schema"

/** Says what a client may ask of the API in its own name. Tokens that are out lose at once what is taken away. */
export const setScopes = command({
  name: "webhooks.set-scopes",
  input: setScopesInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, input: { systemCode, clientId, version, scopes } }) {
    const client = await lockProgramClient(tx, systemCode, clientId)
    if (!client) return refused("not-found")
    if (client.version !== version) return refused("webhooks.stale")
    if (client.isSandbox && scopes.length > 0) return refused("webhooks.sandbox")
    const wanted = [...new Set(scopes)].toSorted()
    await markMachineScopes(tx, clientId, wanted)
    return done(undefined, { detail: { system: systemCode, client: clientId, scopes: wanted.join(" ") } })
  },
})
