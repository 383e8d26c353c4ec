import type { Metadata } from "next"
import { ReaderFrame } from "@/components/frame/reader-frame"
import { Phrase } from "@/components/ui/phrase"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getSupportContact } from "@/lib/support/get-support-contact"
import { AskAdmin } from "./ask-admin"
import { Helpdesk } from "./helpdesk"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).support.help.title }
}

/** Who helps, nearest first: one's own SSO Admin, the office above, then the central helpdesk. */
export default async function HelpPage() {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const h = w.support.help
  // This page is where a failure sends people, so it stands without the database too.
  const contact = await runRead(getSupportContact, {}).catch(() => undefined)
  return (
    <ReaderFrame>
      <div className="mx-auto max-w-reading space-y-10">
        <div>
          <h1>{h.title}</h1>
          <p className="mt-2 text-ink-2">
            <Phrase text={h.lead} />
          </p>
          <p className="mt-3">
            <a href="/recover">{w.signin.door.forgotten}</a>
          </p>
          <p className="mt-1">
            <a href="/register">{w.signin.door.register}</a>
          </p>
          <p className="mt-1">
            <a href="/why">{w.why.title}</a>
          </p>
        </div>
        <AskAdmin w={w} />
        <section aria-labelledby="office">
          <h2 id="office">{h.officeTitle}</h2>
          <p className="mt-2">
            <Phrase text={h.officeBody} />
          </p>
        </section>
        <Helpdesk w={w} locale={locale} contact={contact?.ok ? contact.value : undefined} />
        <section aria-labelledby="tell" className="prose">
          <h2 id="tell">{h.tellTitle}</h2>
          <ul>
            <li>{h.tell.who}</li>
            <li>{h.tell.when}</li>
            <li>
              <strong>
                <Phrase text={h.tell.never} />
              </strong>
            </li>
          </ul>
        </section>
      </div>
    </ReaderFrame>
  )
}
