import { comerAt } from "@/lib/http/comer-at"
import { passOn } from "@/lib/http/pass-on"
import { pathSegment } from "@/lib/http/path-segment"
import { plainPage } from "@/lib/http/plain-page"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { enterAs } from "@/lib/oidc/enter-as"
import { mustAsk, standingAt } from "@/lib/oidc/standing"

type At = { readonly params: Promise<{ readonly uid: string }> }

/**
 * Where a connected system's sign-in passes through the portal: whoever is signed in, surely and freshly enough, goes on
 * to it; others do first what is missing, and come back here.
 */
export async function GET(_request: Request, { params }: At): Promise<Response> {
  const uid = pathSegment((await params).uid, 64)
  const comer = await comerAt(`/continue/${uid}`)
  const standing = await standingAt(uid, comer)
  const w = wordsIn(await currentLocale())
  if (standing.is === "gone") return plainPage(400, w.systems.startAgain, { back: "/portal" })
  if (standing.is === "elsewhere") return seeOther(standing.path)
  if (mustAsk(standing)) return seeOther(`/continue/${uid}/choose`)
  const entered = await enterAs(standing, comer, { membershipId: standing.seats[0]?.membershipId ?? "" })
  return "leavesFor" in entered ? passOn(entered.leavesFor, standing.clientName) : seeOther(entered.path)
}
