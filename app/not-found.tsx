import { Brand } from "@/components/frame/brand"
import { LinkButton } from "@/components/ui/button"
import { words } from "@/lib/i18n/words"

/** Next writes this page into every other one, for the case that a part of it is not found: so it is kept small. */
export default async function NotFound() {
  const w = (await words()).ui
  return (
    <main id="content" tabIndex={-1} className="mx-auto w-full max-w-reading px-4 py-8 outline-none">
      <title>{w.notFound.title}</title>
      <Brand href="/" label={w.frame.home} />
      <h1 className="mt-10 mb-3">{w.notFound.title}</h1>
      <p className="mb-6">{w.notFound.body}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/" kind="main">
          {w.notFound.home}
        </LinkButton>
        <LinkButton href="/help">{w.notFound.help}</LinkButton>
      </div>
    </main>
  )
}
