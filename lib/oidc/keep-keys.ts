import "server-only"
import { deleteRetiredKeys, insertKey, listKeys, lockKeys, turnKeys } from "@/db/queries/oidc"
import { keyRing } from "@/lib/crypto/ring"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done } from "@/lib/kernel/outcome"
import { newKey } from "./new-key"
import { aheadAct, keyAct, keyTimes, keyUses } from "./rules"
import { keepKeysInput } from "./schema"

/**
 * Sees that there is a key to sign with, that the one after it is published in time, and that it takes over in time;
 * drops those that were retired long ago. Ahead of time where an operator wants it. Several at once take turns, and the later ones find nothing to do.
 */
export const keepKeys = command({
  name: "oidc.keep-keys",
  input: keepKeysInput,
  allow: (actor: Actor): actor is SystemActor => actor.kind === "system",
  async run({ tx, now, input }) {
    await lockKeys(tx)
    const rows = await listKeys(tx)
    const acts: string[] = []
    for (const use of keyUses) {
      const act = input.ahead ? aheadAct(use, rows, input.ahead) : keyAct(use, rows, now)
      if (!act) continue
      acts.push(`${use} ${act}`)
      if (act === "turn") await turnKeys(tx, use, now)
      else {
        const key = await newKey(keyRing(), use)
        const state = act === "make-active" ? "active" : "next"
        await insertKey(tx, {
          ...key,
          use,
          state,
          createdAt: now,
          activatedAt: state === "active" ? now : null,
        })
      }
    }
    const dropped = await deleteRetiredKeys(tx, new Date(now.getTime() - keyTimes.retired * 1000))
    return done({ acts, dropped }, { detail: { acts: acts.join(", "), dropped } })
  },
})
