import { headers } from "next/headers"
import { passOn } from "@/lib/http/pass-on"
import { plainPage } from "@/lib/http/plain-page"
import { postHandler } from "@/lib/http/post-handler"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { askedHere } from "@/lib/oidc/asked-here"
import { wayBack } from "@/lib/oidc/enter"

/** Goes back to the system without going in; it learns that nobody came (`access_denied`, RFC 6749 §4.1.2.1). */
export const POST = postHandler(async ({ fields }) => {
  const sent = await headers()
  const asked = await askedHere(sent, fields.uid ?? "")
  const w = wordsIn(await currentLocale())
  if (!asked) return plainPage(400, w.systems.startAgain, { back: "/portal" })
  return passOn(await wayBack(sent), w.systems.door.theSystem)
})
