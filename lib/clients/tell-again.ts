import "server-only"
import { findClientSystem } from "@/db/queries/clients"
import { markUnconfirmedDue } from "@/db/queries/clients-sign-outs"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { tellAgainInput } from "./client-schema"
import { clientLimits } from "./rules"

/** Has a system told at once of every sign-out that it did not confirm, those that were given up too. */
export const tellAgain = command({
  name: "clients.tell-again",
  input: tellAgainInput,
  allow: mayForAll("systems.manage"),
  async run({ tx, now, input: { systemCode } }) {
    if (!(await findClientSystem(tx, systemCode))) return refused("not-found")
    const giveUpAt = new Date(now.getTime() + clientLimits.toldAgainFor * 1000)
    const count = await markUnconfirmedDue(tx, { systemCode, now, giveUpAt })
    return done({ count }, { detail: { system: systemCode, count } })
  },
})
