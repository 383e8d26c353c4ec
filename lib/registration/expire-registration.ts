import "server-only"
import { lockRegistration, markRegistration } from "@/db/queries/registration"
import { withdrawCase } from "@/lib/cases/withdraw-case"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { expireInput } from "./schema"

/** A returned request that nobody put right in its time ends, and leaves the queue. */
export const expireRegistration = command({
  name: "registration.expire",
  input: expireInput,
  allow: (actor: Actor): actor is SystemActor => actor.kind === "system",
  async run({ tx, now, input }) {
    const left = await withdrawCase(tx, { kind: "registration", subjectId: input.id }, now)
    const row = await lockRegistration(tx, input)
    const isOver = row?.state === "returned" && row.expiresAt <= now
    if (!isOver || left !== "withdrawn") return refused("registration.closed")
    await markRegistration(tx, row.id, { state: "withdrawn", returnedFields: null })
    return done(null, { subject: row.id })
  },
})
