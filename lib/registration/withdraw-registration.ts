import "server-only"
import { lockRegistration, markRegistration } from "@/db/queries/registration"
import { holdCase } from "@/lib/cases/hold-case"
import { withdrawCase } from "@/lib/cases/withdraw-case"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { readTicket } from "./hashes"
import { isAllowed } from "./rules"
import { useCodeInput } from "./schema"
import { spendRegistrationCode } from "./spend-code"

/**
 * The applicant takes his request back, with a mailed code. A decision that has not taken effect yet is void by it; the case is
 * held before the request.
 */
export const withdrawRegistration = command({
  name: "registration.withdraw",
  input: useCodeInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const id = readTicket(input.ticket, now)
    if (!id) return refused("registration.gone")
    const subject = { kind: "registration", subjectId: id } as const
    await holdCase(tx, subject)
    const row = await lockRegistration(tx, { id })
    if (!row) return refused("registration.gone")
    if (!isAllowed("withdraw", row.state)) return refused("registration.closed")
    const guess = { registrationId: id, purposes: ["withdraw"] as const, typed: input.code, now }
    const spent = await spendRegistrationCode(tx, guess)
    if ("kind" in spent) return spent
    const left = await withdrawCase(tx, subject, now)
    if (left === "decided") return refused("registration.closed")
    await markRegistration(tx, id, { state: "withdrawn", returnedFields: null })
    return done(null, { subject: id, detail: { from: row.state } })
  },
})
