import type { ReactNode } from "react"
import { otherLanguage } from "@/lib/i18n/other-language"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { Brand } from "./brand"
import { FrameFooter } from "./frame-footer"
import { LanguageLink } from "./language-link"

/** Whom the frame greets; `unit` is the unit in whose name the person works, if only one; `roles` at the Department. */
export type FramePerson = {
  name: string
  unit?: string | undefined
  roles?: readonly string[]
  isAdmin?: boolean
  /** SSO Admin of an office, which looks after the units below it. */
  isOffice?: boolean
}

/** Which entry of the menu is the page being shown. */
export type FramePlace =
  | "portal"
  | "manuals"
  | "account"
  | "publish"
  | "settings"
  | "desk"
  | "oversight"
  | "systems"
  | "elsewhere"

type SignedInFrameProps = { children: ReactNode; person: FramePerson; place: FramePlace; wide?: boolean }

/** The frame of signed-in pages: where I am, who I am, and the way out (a form post that works without JavaScript). */
export async function SignedInFrame({ children, person, place, wide = false }: SignedInFrameProps) {
  const locale = await currentLocale()
  const other = await otherLanguage(locale)
  const w = wordsIn(locale)
  const entries = [
    { place: "portal", href: "/portal", name: w.ui.frame.portal },
    { place: "manuals", href: "/manuals", name: w.ui.frame.manualsShort },
    { place: "account", href: "/account", name: w.ui.frame.account },
    { place: "desk", href: "/desk", name: w.desk.menu, for: ["officer", "auditor"], forAdmins: true },
    {
      place: "oversight",
      href: "/oversight",
      name: w.oversight.menu,
      for: ["officer", "auditor"],
      forOffices: true,
    },
    {
      place: "systems",
      href: "/admin/systems",
      name: w.catalogue.menu,
      for: ["systems", "officer", "auditor"],
    },
    { place: "publish", href: "/admin/manuals", name: w.ui.frame.publish, for: ["officer"] },
    {
      place: "settings",
      href: "/admin/settings",
      name: w.ui.frame.settings,
      for: ["administrator", "auditor"],
    },
  ].filter(
    (entry) =>
      !entry.for ||
      entry.for.some((role) => person.roles?.includes(role)) ||
      (entry.forAdmins && person.isAdmin) ||
      (entry.forOffices && person.isOffice),
  )
  return (
    <div className="flex min-h-dvh flex-col print:min-h-0">
      <header className="screen-only border-b border-line bg-sheet">
        <div className="flex min-h-15 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 lg:px-8">
          <Brand href="/portal" label={w.ui.frame.portal} />
          <nav
            aria-label={w.ui.frame.mainMenu}
            className="order-last -mx-2 w-full md:order-none md:mx-0 md:ml-3 md:w-auto"
          >
            <ul className="flex flex-wrap gap-y-1 max-sm:text-sm sm:gap-x-1">
              {entries.map((entry) => (
                <li key={entry.place}>
                  <a
                    href={entry.href}
                    aria-current={entry.place === place ? "page" : undefined}
                    className="nowrap block rounded-md px-2 py-2 text-ink no-underline hover:underline aria-[current]:bg-jade-soft aria-[current]:font-semibold sm:px-3"
                  >
                    {entry.name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ml-auto flex items-center gap-4">
            <div className="hidden max-w-60 text-right text-sm leading-tight lg:block">
              <b className="block" lang={languageOf(person.name)}>
                {person.name}
              </b>
              {person.unit ? <span className="text-xs text-ink-2">{person.unit}</span> : null}
            </div>
            <LanguageLink to={other} />
            <form method="post" action="/api/logout">
              <button type="submit" className="btn nowrap px-3 font-normal sm:px-5">
                {w.ui.frame.signOut}
              </button>
            </form>
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full ${wide ? "" : "max-w-page"} grow px-4 py-5 outline-none lg:px-8 lg:py-10 print:px-0 print:py-2`}
      >
        {children}
      </main>
      <FrameFooter w={w} />
    </div>
  )
}

/** A Thai name stays Thai on an English page, and is read out as such (WCAG 2.2, 3.1.2). */
function languageOf(name: string): "th" | undefined {
  return /[\u0e00-\u0e7f]/.test(name) ? "th" : undefined
}
