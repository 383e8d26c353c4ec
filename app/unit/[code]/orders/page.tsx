import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { OrderStateChip } from "@/components/orders/order-state-chip"
import { shownDay } from "@/components/orders/shown-day"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/empty-state"
import { framePerson } from "@/lib/http/frame-person"
import { unitOrdersPath } from "@/lib/http/order-path"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { digits } from "@/lib/i18n/digits"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getUnitOrders } from "@/lib/orders/get-unit-orders"
import { paperNumber } from "@/lib/orders/rules"

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).orders.title }
}

/** The orders of a unit, each with its state and what it waits for. */
export default async function UnitOrdersPage({ params }: Props) {
  const { code } = await params
  const path = unitOrdersPath(code)
  const session = await requireConsole(path)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const o = w.orders
  const unit = await runRead(getUnitOrders, { unitCode: code })
  if (!unit.ok) notFound()
  const { nameTh, nameEn, canMake, lines } = unit.value
  type Line = (typeof lines)[number]
  const validity = ({ validFrom, validUntil }: Line) =>
    validFrom && validUntil
      ? o.fromTo(shownDay(validFrom, locale), shownDay(validUntil, locale))
      : validFrom
        ? o.from(shownDay(validFrom, locale))
        : "–"
  const columns = [
    {
      key: "order",
      label: o.columns.order,
      rowName: true,
      cell: (line: Line) => (
        <>
          <a href={`${path}/${line.number}`}>
            {o.named(o.kinds[line.kind], digits(paperNumber(line) || o.noNumber, locale))}
          </a>
          <span className="block text-sm font-normal text-ink-2">{line.number}</span>
        </>
      ),
    },
    { key: "people", label: o.columns.people, cell: (line: Line) => <Names names={line.names} /> },
    { key: "validity", label: o.columns.validity, cell: validity },
    {
      key: "state",
      label: o.columns.state,
      cell: (line: Line) => (
        <div>
          <OrderStateChip state={line.state} w={w} />
          <span className="mt-1 block text-sm text-ink-2">{o.waitsFor[line.state]}</span>
        </div>
      ),
    },
  ]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <p className="mb-2 text-sm">
        <a href={`/unit/${encodeURIComponent(code)}`}>{locale === "en" && nameEn ? nameEn : nameTh}</a>
      </p>
      <h1>{o.title}</h1>
      <p className="mt-1 mb-5 max-w-reading">{o.lead}</p>
      {canMake ? (
        <div className="mb-6">
          <LinkButton href={`${path}/new`} kind="main">
            {o.begin}
          </LinkButton>
        </div>
      ) : (
        <p className="mb-6 text-ink-2">{o.readOnly}</p>
      )}
      {lines.length === 0 ? (
        <EmptyState title={o.none}>
          <p>{o.noneAbout}</p>
        </EmptyState>
      ) : (
        <DataTable caption={o.listCaption} columns={columns} rows={lines} rowKey={(line) => line.number} />
      )}
    </SignedInFrame>
  )
}

function Names({ names }: { names: readonly string[] }) {
  if (names.length === 0) return "–"
  return (
    <ul lang="th">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}
