import type { ReactNode } from "react"
import { otherLanguage } from "@/lib/i18n/other-language"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { Brand } from "./brand"
import { FrameFooter } from "./frame-footer"
import { LanguageLink } from "./language-link"

/** The frame of pages for everyone, signed in or not. `wide` gives tables the room they need. */
export async function PublicFrame({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const locale = await currentLocale()
  const other = await otherLanguage(locale)
  const w = wordsIn(locale)
  return (
    <div className="flex min-h-dvh flex-col print:min-h-0">
      <header className="screen-only border-b border-line bg-sheet">
        <div className="flex min-h-15 items-center gap-4 px-4 py-2 lg:px-8">
          <Brand href="/" label={w.ui.frame.home} tagline={w.ui.tagline} />
          <div className="ml-auto">
            <LanguageLink to={other} />
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full grow px-4 py-6 outline-none lg:px-8 lg:py-12 print:px-0 print:py-2 ${wide ? "max-w-page" : "max-w-5xl"}`}
      >
        {children}
      </main>
      <FrameFooter w={w} />
    </div>
  )
}
