import "server-only"
import { findWhySystem, insertTrace } from "@/db/queries/why"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { traceLives } from "./rules"
import { noteRefusalInput } from "./schema"
import { newTrace, traceHash } from "./trace"

/** Notes that somebody was refused at the door of a connected system, and gives the number by which others find it. */
export const noteRefusal = command({
  name: "why.note-refusal",
  input: noteRefusalInput,
  allow: canBeAccount,
  async run({ tx, actor, now, input }) {
    if (!(await findWhySystem(tx, input.system))) return refused("not-found")
    const trace = newTrace()
    await insertTrace(tx, {
      idHash: traceHash(trace),
      accountId: actor.accountId,
      systemCode: input.system,
      at: now,
      expiresAt: new Date(now.getTime() + traceLives * 1000),
    })
    return done({ trace }, { detail: { system: input.system } })
  },
})
