import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { LinkButton } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { words } from "@/lib/i18n/words"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).recovery.done.title }
}

/** The end of a recovery: what has changed, and on to the door. */
export default async function RecoverDonePage() {
  const d = (await words()).recovery.done
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door space-y-5">
        <h1>{d.title}</h1>
        <Notice tone="done">
          <p>{d.body}</p>
        </Notice>
        <p className="text-sm text-ink-2">{d.held}</p>
        <LinkButton href="/login" kind="main" wide>
          {d.signIn}
        </LinkButton>
      </div>
    </PublicFrame>
  )
}
