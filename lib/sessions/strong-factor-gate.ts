import "server-only"
import type { LiveSession, SessionRow } from "@/db/queries/sessions"
import { isStrong } from "./rules"

/**
 * The gate before the consoles: from the Department's day on, a session that rests on a mailed code or a recovery code has
 * no administrative power, so that neither a console's page nor a command takes it. It opens by a step-up with a strong
 * factor too. Seats and systems of the person are his as before.
 */
export function throughGate({ strongFrom, ...session }: SessionRow, now: Date): LiveSession {
  const { stepUpAcr } = session
  const hasPower = session.roles.length > 0 || session.seats.some(({ isAdmin }) => isAdmin)
  if (!(hasPower && strongFrom)) return { ...session, gate: null }
  const isStrongEnough = isStrong(session.acr) || (stepUpAcr !== null && isStrong(stepUpAcr))
  const gate = { from: strongFrom, hasCome: strongFrom <= now, isStrong: isStrongEnough }
  if (!gate.hasCome || gate.isStrong) return { ...session, gate }
  const seats = session.seats.map((seat) => ({ ...seat, isAdmin: false }))
  return { ...session, seats, roles: [], gate }
}
