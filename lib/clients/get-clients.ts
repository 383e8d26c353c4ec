import "server-only"
import {
  findClientOf,
  findClientSystem,
  listClientEvents,
  listClientsOf,
  listSecrets,
} from "@/db/queries/clients"
import { may, mayForAll } from "@/lib/access/may"
import type { Actor } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { clientInput, clientsInput } from "./client-schema"
import { clientLimits } from "./rules"

const canManage = (actor: Actor) => may(actor, "systems.manage", { path: "1/" })

/** The clients of a system. */
export const getClients = read({
  name: "clients.list",
  input: clientsInput,
  allow: mayForAll("systems.see"),
  async run({ db, actor, input: { systemCode } }) {
    const system = await findClientSystem(db, systemCode)
    if (!system) return notShown()
    const clients = await listClientsOf(db, systemCode)
    return found({ system, clients, canManage: canManage(actor) })
  },
})

/** One client: what is registered, its secrets without what they are, and what was heard of it of late. */
export const getClient = read({
  name: "clients.one",
  input: clientInput,
  allow: mayForAll("systems.see"),
  async run({ db, actor, now, input: { systemCode, clientId } }) {
    const [system, client] = await Promise.all([
      findClientSystem(db, systemCode),
      findClientOf(db, systemCode, clientId),
    ])
    if (!(system && client)) return notShown()
    const [secrets, events] = await Promise.all([
      listSecrets(db, clientId, now),
      listClientEvents(db, clientId, clientLimits.events),
    ])
    return found({ system, client, secrets, events, canManage: canManage(actor) })
  },
})

/** What the page of a client shows. */
export type ClientShown = Extract<Awaited<ReturnType<typeof getClient.run>>, { ok: true }>["value"]
