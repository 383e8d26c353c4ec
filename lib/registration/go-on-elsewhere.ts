import "server-only"
import { lockRegistration, markRegistration } from "@/db/queries/registration"
import { randomToken } from "@/lib/crypto/random"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { readTicket, registrationTokenHash } from "./hashes"
import { requestShut } from "./open-request"
import { useCodeInput } from "./schema"
import { spendRegistrationCode } from "./spend-code"

/** The mailed code hands the request to this browser; the one before is out of it. */
export const goOnElsewhere = command({
  name: "registration.go-on",
  input: useCodeInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const id = readTicket(input.ticket, now)
    const row = id ? await lockRegistration(tx, { id }) : undefined
    const shut = requestShut(row, now)
    if (shut || !row) return refused(shut ?? "registration.gone")
    const guess = { registrationId: row.id, purposes: ["correct"] as const, typed: input.code, now }
    const spent = await spendRegistrationCode(tx, guess)
    if ("kind" in spent) return spent
    const token = randomToken()
    await markRegistration(tx, row.id, { tokenHash: registrationTokenHash(token) })
    return done({ registration: token }, { subject: row.id })
  },
})
