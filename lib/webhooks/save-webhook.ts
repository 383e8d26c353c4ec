import "server-only"
import {
  findWebhookSystem,
  insertWebhook,
  lockProgramClient,
  lockWebhook,
  markWebhook,
} from "@/db/queries/webhooks"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { newestPlace } from "@/lib/machine/read-feed"
import { saveWebhookInput } from "./webhook-schema"

/**
 * Says where a system is called, and under which client's names persons are told. A new one is called with what happens
 * from now on; what was before is in the feed.
 */
export const saveWebhook = command({
  name: "webhooks.save",
  input: saveWebhookInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, now, input: { systemCode, version, clientId, url } }) {
    const system = await findWebhookSystem(tx, systemCode)
    if (!system) return refused("not-found")
    const known = await lockWebhook(tx, systemCode)
    if ((known?.version ?? 0) !== version) return refused("webhooks.stale")
    const client = await lockProgramClient(tx, systemCode, clientId)
    // invented users have no changes, and a sandbox must learn of nobody else's
    if (!client || client.isSandbox) return refused("webhooks.no-client")
    const host = new URL(url).host
    if (known) await markWebhook(tx, systemCode, { clientId, url, nextAttemptAt: now, failingSince: null })
    else {
      const queuedTo = await newestPlace(tx)
      const row = { systemCode, clientId, url, state: "active", queuedTo, nextAttemptAt: now } as const
      if (!(await insertWebhook(tx, { ...row, createdAt: now }))) return refused("webhooks.stale")
    }
    return done(undefined, { detail: { system: systemCode, client: clientId, host } })
  },
})
