import "server-only"
import { findSandboxClient } from "@/db/queries/oidc-sandbox"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { doorInput } from "../schema"
import { inventedUnits, inventedUsers } from "./invented"

/** As whom a builder can come in at a client for trying out; of real people nothing is ever looked at here. */
export const getSandbox = read({
  name: "oidc.sandbox",
  input: doorInput,
  allow: canBeAnyone,
  async run({ db, input }) {
    const client = await findSandboxClient(db, input.clientId)
    if (!client) return notShown()
    const users = inventedUsers(client.systemCode, client.roles)
    return found({ ...client, users, units: inventedUnits })
  },
})
