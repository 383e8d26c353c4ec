import { NoSystems } from "@/components/systems/no-systems"
import { getMyAdmins } from "@/lib/access/get-my-admins"
import { runRead } from "@/lib/http/run-read"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { LiveSession } from "@/lib/sessions/live-session"

type WhoCanGrantProps = { session: LiveSession; w: Dictionary; locale: Locale }

/** The empty launcher: by name, who can change that in each of the person's units. */
export async function WhoCanGrant({ session, w, locale }: WhoCanGrantProps) {
  const result = await runRead(getMyAdmins, {})
  const admins = result.ok ? result.value : []
  const units = session.seats.map((seat) => ({
    id: seat.unitId,
    name: locale === "en" && seat.unitNameEn ? seat.unitNameEn : seat.unitName,
    admins: admins
      .filter((admin) => admin.unitId === seat.unitId)
      .map(({ membershipId, name, post, officeTelephone }) => ({
        id: membershipId,
        name,
        post,
        telephone: officeTelephone ? digits(officeTelephone, locale) : undefined,
      })),
  }))
  return (
    <>
      <h1 className="mb-6">{w.systems.launcher.title}</h1>
      <NoSystems w={w} units={units} />
    </>
  )
}
