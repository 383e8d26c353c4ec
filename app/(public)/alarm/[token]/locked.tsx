import { Notice } from "@/components/ui/notice"
import { adminLines, type ShownAdmin } from "@/components/units/admin-lines"
import { AdminList } from "@/components/units/admin-list"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Helper = { code: string; nameTh: string; nameEn: string | null; admins: readonly ShownAdmin[] }

/** The account is locked; who can open it again, the own unit first, then the office above. */
export function Locked({
  w,
  locale,
  helpers,
}: {
  w: Dictionary
  locale: Locale
  helpers: readonly Helper[]
}) {
  const a = w.recovery.alarm
  return (
    <div className="mx-auto max-w-door space-y-5">
      <h1>{a.doneTitle}</h1>
      <Notice tone="done">
        <p>{a.done}</p>
      </Notice>
      <p>
        {a.byThaid} <a href="/recover">{a.recover}</a>
      </p>
      <h2>{a.helpers}</h2>
      {helpers.map((unit) => (
        <section key={unit.code} aria-label={unit.nameTh} className="border-t border-line pt-3">
          <h3 className="mb-2">
            <a href={`/admins/${unit.code}`}>{locale === "en" && unit.nameEn ? unit.nameEn : unit.nameTh}</a>
          </h3>
          <AdminList admins={adminLines(unit.admins, w, locale)} nobody={w.units.lookup.nobody} />
        </section>
      ))}
      <p>
        <a href="/admins">{a.lookup}</a>
      </p>
    </div>
  )
}
