import { shownDay } from "@/components/orders/shown-day"
import type { LauncherSystem } from "@/components/systems/launcher-row"
import { formatDateTime, formatShortDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { HeldRole } from "@/lib/systems/get-launcher"

/** The roles held in one system in the name of one unit, as a row of the launcher. */
export function launcherSystem(
  roles: readonly HeldRole[],
  w: Dictionary,
  locale: Locale,
): readonly LauncherSystem[] {
  const [first] = roles
  if (!first) return []
  const th = locale === "th"
  return [
    {
      code: first.systemCode,
      name: th ? first.nameTh : first.nameEn,
      purpose: th ? first.purposeTh : first.purposeEn,
      state: first.state,
      href: first.startUri,
      lastOpened: first.openedAt && formatDateTime(first.openedAt, locale),
      bar: first.bar && w.systems.launcher.bars[first.bar],
      announcement: first.isAnnounced ? (th ? first.announcementTh : first.announcementEn) : undefined,
      roles: roles.map((role) => ({
        key: role.roleKey,
        name: th ? role.roleTh : role.roleEn,
        until: role.validUntil ? formatShortDate(new Date(role.validUntil), locale) : undefined,
        opening: openingOf(role, w, locale),
      })),
    },
  ]
}

function openingOf({ opening }: HeldRole, w: Dictionary, locale: Locale) {
  const l = w.systems.launcher
  if (opening.is === "always") return undefined
  if (opening.is === "in-period")
    return { text: l.openUntil(shownDay(opening.period.closesOn, locale)), isShut: false }
  if (!opening.next) return { text: l.noNextPeriod, isShut: true }
  const { opensOn, closesOn } = opening.next
  return { text: l.opensFrom(shownDay(opensOn, locale), shownDay(closesOn, locale)), isShut: true }
}
