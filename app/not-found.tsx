import { PublicFrame } from "@/components/frame/public-frame"
import { LinkButton } from "@/components/ui/button"
import { words } from "@/lib/i18n/words"

export default async function NotFound() {
  const w = await words()
  return (
    <PublicFrame>
      <title>{w.ui.notFound.title}</title>
      <h1 className="mb-3">{w.ui.notFound.title}</h1>
      <p className="mb-6 max-w-reading">{w.ui.notFound.body}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/" kind="main">
          {w.ui.notFound.home}
        </LinkButton>
        <LinkButton href="/help">{w.ui.notFound.help}</LinkButton>
      </div>
    </PublicFrame>
  )
}
