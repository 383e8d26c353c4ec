import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { Button } from "@/components/ui/button"
import { showLetters } from "@/lib/activation/show-letters"
import { requireConsole } from "@/lib/http/require-session"
import { runCommand } from "@/lib/http/run-command"
import { formatCount } from "@/lib/i18n/digits"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { Letter } from "./letter"

type Props = { params: Promise<{ run: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).activation.letters.title, robots: { index: false } }
}

/** One run of letters, a page each, to be printed by who issued the codes; every look is audited. */
export default async function LettersPage({ params }: Props) {
  const { run } = await params
  await requireConsole("/oversight/activation")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const l = w.activation.letters
  const shown = await runCommand(showLetters, { run })
  if (!shown.ok) redirect("/oversight/activation?refused=activation.printed")
  const { letters } = shown.value
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto max-w-reading px-4 py-6 outline-none print:max-w-none print:p-0"
    >
      <div className="screen-only mb-6">
        <h1>{l.title}</h1>
        <p className="mt-1">{l.how(formatCount(letters.length, locale))}</p>
        <form method="post" action="/api/oversight/activation/printed" className="mt-4">
          <input type="hidden" name="run" value={run} />
          <Button kind="main">{l.confirm}</Button>
        </form>
        <p className="mt-3 text-sm">
          <a href="/oversight/activation">{w.activation.office.back}</a>
        </p>
      </div>
      {letters.map((letter) => (
        <Letter key={letter.id} w={w} letter={letter} />
      ))}
    </main>
  )
}
