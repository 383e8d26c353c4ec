import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { FrontDoor } from "@/components/signin/front-door"
import { words } from "@/lib/i18n/words"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).signin.door.title }
}

/** The front door, by the short address that people remember. */
export default async function FrontPage() {
  return (
    <PublicFrame>
      <FrontDoor w={await words()} />
    </PublicFrame>
  )
}
