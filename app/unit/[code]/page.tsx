import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Chip } from "@/components/ui/chip"
import { framePerson } from "@/lib/http/frame-person"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { digits } from "@/lib/i18n/digits"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getUnitOrders } from "@/lib/orders/get-unit-orders"
import { getWaitingCount } from "@/lib/rights/get-waiting-count"

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).orders.unitTitle }
}

/** The console of a unit: what is done for it, and where. */
export default async function UnitPage({ params }: Props) {
  const { code } = await params
  const path = `/unit/${encodeURIComponent(code)}`
  const session = await requireConsole(path)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [unit, requests] = await Promise.all([
    runRead(getUnitOrders, { unitCode: code }),
    runRead(getWaitingCount, { unitCode: code }),
  ])
  if (!unit.ok) notFound()
  const { code: today, nameTh, nameEn } = unit.value
  // a unit that was upgraded or taken up: its former code leads on
  if (today !== code) permanentRedirect(`/unit/${today}`)
  const o = w.orders
  const waiting = requests.ok ? requests.value.count : 0
  const entries: { href: string; name: string; about: string; badge?: string }[] = [
    { href: `${path}/users`, name: w.members.toUsers, about: w.members.toUsersAbout },
    {
      href: `${path}/rights`,
      name: w.rights.toRights,
      about: w.rights.toRightsAbout,
      ...(waiting > 0 ? { badge: w.rights.waitingBadge(digits(waiting, locale)) } : {}),
    },
    { href: `${path}/transfers`, name: w.transfers.toTransfers, about: w.transfers.toTransfersAbout },
    { href: `${path}/import`, name: w.imports.open, about: w.imports.openAbout },
    { href: `${path}/orders`, name: o.toOrders, about: o.toOrdersAbout },
    { href: `${path}/recoveries`, name: o.toRecoveries, about: o.toRecoveriesAbout },
    {
      href: `${path}/succession`,
      name: w.oversight.succession.open,
      about: w.oversight.succession.openAbout,
    },
    { href: `${path}/profile`, name: w.profiles.open, about: w.profiles.openAbout },
    { href: `${path}/caretaker`, name: w.caretakers.open, about: w.caretakers.openAbout },
  ]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="text-sm text-ink-2">{o.unitTitle}</p>
        <h1>{locale === "en" && nameEn ? nameEn : nameTh}</h1>
        <ul className="mt-6 border-t border-line">
          {entries.map((entry) => (
            <li key={entry.href} className="border-b border-line py-3">
              <a href={entry.href} className="text-lg font-semibold">
                {entry.name}
              </a>{" "}
              {entry.badge ? <Chip tone="needs-you">{entry.badge}</Chip> : null}
              <p className="text-sm text-ink-2">{entry.about}</p>
            </li>
          ))}
        </ul>
      </div>
    </SignedInFrame>
  )
}
