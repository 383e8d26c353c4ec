import "server-only"
import { markReleased } from "@/db/queries/desk"
import { command } from "@/lib/kernel/command"
import { done } from "@/lib/kernel/outcome"
import { releaseCaseInput } from "./schema"
import { canDecideSomething } from "./standing"

/** Puts down whatever one has in hand, so that others can take it. */
export const releaseCase = command({
  name: "desk.release",
  input: releaseCaseInput,
  allow: canDecideSomething,
  async run({ tx, actor }) {
    await markReleased(tx, { by: actor.accountId })
    return done({})
  },
})
