import "server-only"
import type { Locale } from "@/lib/i18n/locale"
import type { DepartmentRole } from "@/lib/kernel/actor"
import type { LiveSession } from "@/lib/sessions/live-session"

/** Name and unit as the frame of signed-in pages shows them; the unit only where there is one, or one was chosen. */
export function framePerson(
  session: LiveSession,
  locale: Locale,
): { name: string; unit?: string; roles: readonly DepartmentRole[]; isAdmin: boolean; isOffice: boolean } {
  const { name, roles, seats, chosenMembershipId } = session
  const seat =
    seats.length === 1 ? seats[0] : seats.find(({ membershipId }) => membershipId === chosenMembershipId)
  const isAdmin = seats.some((one) => one.isAdmin)
  const isOffice = seats.some((one) => one.isAdmin && one.level !== "local")
  if (!seat) return { name, roles, isAdmin, isOffice }
  return {
    name,
    roles,
    isAdmin,
    isOffice,
    unit: locale === "en" && seat.unitNameEn ? seat.unitNameEn : seat.unitName,
  }
}
