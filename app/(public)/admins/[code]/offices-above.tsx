import { Phrase } from "@/components/ui/phrase"
import { adminLines, type ShownAdmin } from "@/components/units/admin-lines"
import { AdminList } from "@/components/units/admin-list"
import { nameIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Office = { code: string; nameTh: string; nameEn: string | null; admins: readonly ShownAdmin[] }

/** The offices above a unit, nearest first, each with its own SSO Admins. */
export function OfficesAbove({
  w,
  locale,
  offices,
}: {
  w: Dictionary
  locale: Locale
  offices: readonly Office[]
}) {
  const u = w.units.unit
  return (
    <section aria-labelledby="offices" className="mt-10">
      <h2 id="offices">{u.officesTitle}</h2>
      <p className="mt-1 mb-3 text-ink-2">
        <Phrase text={u.officesBody} />
      </p>
      <ul className="border-t border-line">
        {offices.map((office) => (
          <li key={office.code} className="space-y-2 border-b border-line py-4">
            <a href={`/admins/${office.code}`} className="block font-semibold">
              {nameIn(locale, office)}
            </a>
            <AdminList admins={adminLines(office.admins, w, locale)} nobody={w.units.lookup.nobody} />
          </li>
        ))}
      </ul>
    </section>
  )
}
