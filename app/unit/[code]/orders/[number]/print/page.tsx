import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Sheet } from "@/components/orders/sheet"
import { orderPath } from "@/lib/http/order-path"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getPrintedOrder } from "@/lib/orders/get-printed-order"

type Props = { params: Promise<{ code: string; number: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).orders.paper.title, robots: { index: false } }
}

/** The order on paper, ready to be signed: A4, Thai digits, a QR code on each sheet. */
export default async function OrderPrintPage({ params }: Props) {
  const { code, number } = await params
  const path = orderPath({ unitCode: code, number })
  await requireConsole(`${path}/print`)
  const found = await runRead(getPrintedOrder, { unitCode: code, number })
  if (!found.ok) notFound()
  const w = wordsIn(await currentLocale())
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto max-w-reading px-4 py-6 outline-none print:max-w-none print:p-0"
    >
      <div className="screen-only mb-6">
        <h1>{w.orders.paper.title}</h1>
        <p className="mt-1">{w.orders.paper.how}</p>
        <p className="mt-2 text-sm">
          <a href={path}>{w.orders.backToOrder}</a>
        </p>
      </div>
      {found.value.sheets.map((sheet) => (
        <Sheet key={sheet.page} w={w} order={found.value} sheet={sheet} />
      ))}
    </main>
  )
}
