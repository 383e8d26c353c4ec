import type { ReactNode } from "react"
import { currentSession } from "@/lib/http/current-session"
import { framePerson } from "@/lib/http/frame-person"
import { currentLocale } from "@/lib/i18n/words"
import { PublicFrame } from "./public-frame"
import { type FramePlace, SignedInFrame } from "./signed-in-frame"

type ReaderFrameProps = { children: ReactNode; place?: FramePlace; wide?: boolean }

/** The frame of pages that are for everyone to read: whoever is signed in keeps his own menu and the way out. */
export async function ReaderFrame({ children, place = "elsewhere", wide = false }: ReaderFrameProps) {
  // Some of these pages stand without the database too, and then nobody can be known.
  const session = await currentSession().catch(() => undefined)
  if (!session) return PublicFrame({ wide, children })
  return (
    <SignedInFrame person={framePerson(session, await currentLocale())} place={place}>
      {children}
    </SignedInFrame>
  )
}
