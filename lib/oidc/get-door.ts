import "server-only"
import { findClient } from "@/db/queries/oidc"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { rolesAtDoor } from "@/lib/systems/roles-at-door"
import { doorInput } from "./schema"

/** In the name of which of his memberships somebody may come in at a client's system today. */
export const getDoor = read({
  name: "oidc.door",
  input: doorInput,
  allow: canBeAccount,
  async run({ db, actor, now, input }) {
    const client = await findClient(db, input.clientId)
    // a client for trying out has a door of its own, and no real person passes it
    if (!client || client.isSandbox) return notShown()
    const { systemCode } = client
    const seats = await Promise.all(
      actor.seats.map(async ({ membershipId }) => ({
        membershipId,
        roles: (await rolesAtDoor(db, { membershipId, systemCode }, now)).open,
      })),
    )
    const memberships = seats.filter(({ roles }) => roles.length > 0).map(({ membershipId }) => membershipId)
    return found({ systemCode, clientName: client.name, startUri: client.startUri, memberships })
  },
})
