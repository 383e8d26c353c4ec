import "server-only"
import { markRegistration } from "@/db/queries/registration"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { mailCode } from "./mail-code"
import { openRequest } from "./open-request"
import { pageAfter } from "./page-after"
import { editableFields } from "./rules"
import { setEmailInput } from "./schema"

/** Sets the address and mails a code to it; one that was confirmed before and stays the same is asked nothing. */
export const setEmail = command({
  name: "registration.set-email",
  input: setEmailInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const row = await openRequest(tx, { ...input, now })
    if ("kind" in row) return row
    if (!editableFields(row).has("email")) return refused("registration.closed")
    const { email, locale } = input
    if (row.emailVerifiedAt && row.email === email) {
      await markRegistration(tx, row.id, { page: pageAfter(row, "email") })
      return done({ isConfirmed: true }, { subject: row.id })
    }
    const mailed = await mailCode(tx, { registration: row, purpose: "confirm-email", email, locale, now })
    if (!mailed.allowed) return refused("registration.too-many-codes", { until: mailed.until })
    await markRegistration(tx, row.id, { email, emailVerifiedAt: null, locale })
    return done({ isConfirmed: false }, { subject: row.id })
  },
})
