import { headers } from "next/headers"
import { passOn } from "@/lib/http/pass-on"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { askedHere } from "@/lib/oidc/asked-here"
import { wayBack } from "@/lib/oidc/enter"

/** Goes back to the system without going in; it learns that nobody came (`access_denied`, RFC 6749 §4.1.2.1). */
export const POST = postHandler(async ({ fields }) => {
  const sent = await headers()
  const uid = pathSegment(fields.uid ?? "", 64)
  if (!(await askedHere(sent, uid))) return seeOther(`/continue/${uid}`)
  const w = wordsIn(await currentLocale())
  return passOn(await wayBack(sent), w.systems.door.theSystem)
})
