import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { LinkButton } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { words } from "@/lib/i18n/words"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).recovery.done.title }
}

/** The end of a recovery: what has changed, and on to the door. */
export default async function RecoverDonePage({ searchParams }: Query) {
  const { done: d, unlock } = (await words()).recovery
  const isUnlocked = (await searchParams).unlocked !== undefined
  return (
    <PublicFrame>
      <div className="mx-auto max-w-door space-y-5">
        <h1>{isUnlocked ? unlock.doneTitle : d.title}</h1>
        <Notice tone="done">
          <p>{isUnlocked ? unlock.done : d.body}</p>
        </Notice>
        {isUnlocked ? null : <p className="text-sm text-ink-2">{d.held}</p>}
        <LinkButton href="/login" kind="main" wide>
          {d.signIn}
        </LinkButton>
      </div>
    </PublicFrame>
  )
}
