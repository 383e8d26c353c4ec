import "server-only"
import { lockRegistration } from "@/db/queries/registration"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { readTicket } from "./hashes"
import { mailCode } from "./mail-code"
import { isAllowed } from "./rules"
import { askCodeInput } from "./schema"

/** Number and secret alone change nothing: a code goes to the confirmed address. */
export const askCode = command({
  name: "registration.ask-code",
  input: askCodeInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const { ticket, purpose, locale } = input
    const id = readTicket(ticket, now)
    const row = id ? await lockRegistration(tx, { id }) : undefined
    if (!row) return refused("registration.gone")
    const act = purpose === "correct" ? "edit" : "withdraw"
    if (!isAllowed(act, row.state)) return refused("registration.closed")
    if (!(row.email && row.emailVerifiedAt)) return refused("registration.no-email")
    const mailed = await mailCode(tx, { registration: row, purpose, email: row.email, locale, now })
    if (!mailed.allowed) return refused("registration.too-many-codes", { until: mailed.until })
    return done(null, { subject: row.id, detail: { purpose } })
  },
})
