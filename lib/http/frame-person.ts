import "server-only"
import type { Locale } from "@/lib/i18n/locale"
import type { DepartmentRole } from "@/lib/kernel/actor"
import type { LiveSession } from "@/lib/sessions/live-session"

/** Name and unit as the frame of signed-in pages shows them; the unit only where there is exactly one. */
export function framePerson(
  session: LiveSession,
  locale: Locale,
): { name: string; unit?: string; roles: readonly DepartmentRole[] } {
  const [seat, ...others] = session.seats
  const { name, roles } = session
  if (!seat || others.length > 0) return { name, roles }
  return {
    name,
    roles,
    unit: locale === "en" && seat.unitNameEn ? seat.unitNameEn : seat.unitName,
  }
}
