import "server-only"
import { markRegistration } from "@/db/queries/registration"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { openRequest } from "./open-request"
import { pageAfter } from "./page-after"
import { confirmEmailInput } from "./schema"
import { spendRegistrationCode } from "./spend-code"

/** The mailed code: the address is the applicant's own. */
export const confirmAddress = command({
  name: "registration.confirm-email",
  input: confirmEmailInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const row = await openRequest(tx, { registration: input.registration, now })
    if ("kind" in row) return row
    const guess = { registrationId: row.id, purposes: ["confirm-email"] as const, typed: input.code, now }
    const spent = await spendRegistrationCode(tx, guess)
    if ("kind" in spent) return spent
    if (spent.email !== row.email) return refused("registration.code-gone")
    await markRegistration(tx, row.id, { emailVerifiedAt: now, page: pageAfter(row, "email") })
    return done(null, { subject: row.id })
  },
})
