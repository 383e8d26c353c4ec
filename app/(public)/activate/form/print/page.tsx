import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Sheet } from "@/components/orders/sheet"
import { getActivationPrint } from "@/lib/activation/get-activation-print"
import { readCookie } from "@/lib/http/cookies"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).orders.paper.title, robots: { index: false } }
}

/** A unit's first order on paper, ready to be signed. */
export default async function ActivationPrintPage() {
  const found = await runRead(getActivationPrint, { activation: (await readCookie("activation")) ?? "" })
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
          <a href="/activate/form">{w.activation.form.back}</a>
        </p>
      </div>
      {found.value.sheets.map((sheet) => (
        <Sheet key={sheet.page} w={w} order={found.value} sheet={sheet} />
      ))}
    </main>
  )
}
