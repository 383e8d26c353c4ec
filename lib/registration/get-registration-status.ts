import "server-only"
import { findOpenCode, findRegistration } from "@/db/queries/registration"
import { findQueuePlace, measureTimes } from "@/db/queries/registration-status"
import type { Executor } from "@/db/types"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { readTicket } from "./hashes"
import { returnedField } from "./rules"
import { statusInput } from "./schema"

/** Decisions from which on a usual time is told. */
const least = 5

/** How a request stands, for who knows number and secret: no name, no number of a person, no document. */
export const getRegistrationStatus = read({
  name: "registration.status",
  input: statusInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const id = readTicket(input.ticket, now)
    const row = id ? await findRegistration(db, { id }) : undefined
    if (!row) return notShown()
    const { number, state, submittedAt, expiresAt } = row
    const isOver = (state === "draft" || state === "returned") && expiresAt <= now
    const place = state === "submitted" ? await findQueuePlace(db, row.id) : undefined
    const code = await findOpenCode(db, row.id)
    return found({
      number,
      state: isOver ? ("withdrawn" as const) : state,
      submittedAt,
      expiresAt,
      place: place?.state === "waiting" ? place.before + 1 : null,
      usual: state === "submitted" && row.unitId ? await usualTime(db, row.unitId) : null,
      missing: [...new Set((row.returnedFields ?? []).flatMap((name) => returnedField(name) ?? []))],
      canBeMailed: row.emailVerifiedAt !== null,
      code:
        code && code.expiresAt > now && code.purpose !== "confirm-email"
          ? { purpose: code.purpose, expiresAt: code.expiresAt }
          : null,
    })
  },
})

/** What lately was usual: of the unit where enough was decided there, else of all; nothing where nobody can say. */
async function usualTime(db: Executor, unitId: string) {
  const { here, countHere, all, countAll } = await measureTimes(db, unitId)
  if (here !== null && countHere >= least) return { seconds: here, count: countHere, isHere: true }
  if (all !== null && countAll >= least) return { seconds: all, count: countAll, isHere: false }
  return null
}
