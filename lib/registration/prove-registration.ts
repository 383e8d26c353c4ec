import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { endErrand } from "@/lib/signin/end-errand"
import { proveAttempt } from "@/lib/signin/prove-attempt"
import { applyProof } from "./apply-proof"
import { openRequest } from "./open-request"
import { proveRegistrationInput } from "./schema"

/** The second half of a registration by ThaiID: who it is, and that nobody types over it. */
export const proveRegistration = command({
  name: "registration.thaid",
  input: proveRegistrationInput,
  allow: canBeAnyone,
  prepare: ({ db, now, input }) => proveAttempt(db, { ...input, purpose: "register", isRecent: true, now }),
  async run({ tx, now, input, prepared }) {
    const ended = await endErrand(tx, prepared)
    if ("kind" in ended) return ended
    const { identity, attemptId } = ended
    const row = await openRequest(tx, { registration: input.registration, now })
    if ("kind" in row) return row
    if (row.state !== "draft") return refused("registration.closed")
    // without the name there is nothing that could be locked: it is typed, as the number is
    if (!identity.name) return refusedOnRecord("signin.thaid-misconfigured", { subject: attemptId })
    const came = await applyProof(tx, { id: row.id, identity, now })
    const note = { subject: row.id, detail: { ...identity.evidence, attempt: attemptId, came } }
    return came === "has-account" ? refusedOnRecord("registration.has-account", note) : done(null, note)
  },
})
