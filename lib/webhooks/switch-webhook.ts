import "server-only"
import { lockWebhook, markCallWaiting, markWebhook } from "@/db/queries/webhooks"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { sendAgainInput, switchWebhookInput } from "./webhook-schema"

/** Pauses the calls to a system, or lets them go on: what happened meanwhile follows, in its order. */
export const switchWebhook = command({
  name: "webhooks.switch",
  input: switchWebhookInput,
  allow: mayForAll("systems.manage"),
  async run({ tx, now, input: { systemCode, version, to } }) {
    const known = await lockWebhook(tx, systemCode)
    if (!known) return refused("not-found")
    if (known.version !== version || known.state === to) return refused("webhooks.stale")
    const pausedBecause = to === "paused" ? ("by-hand" as const) : null
    await markWebhook(tx, systemCode, { state: to, pausedBecause, failingSince: null, nextAttemptAt: now })
    return done(undefined, { detail: { system: systemCode, to } })
  },
})

/** Sends a call again that the system has taken before; it bears the same id. */
export const sendAgain = command({
  name: "webhooks.send-again",
  input: sendAgainInput,
  allow: mayForAll("systems.manage"),
  async run({ tx, now, input: { systemCode, position } }) {
    const known = await lockWebhook(tx, systemCode)
    if (!known || !(await markCallWaiting(tx, systemCode, position))) return refused("not-found")
    await markWebhook(tx, systemCode, { nextAttemptAt: now })
    return done(undefined, { detail: { system: systemCode, entry: position } })
  },
})
