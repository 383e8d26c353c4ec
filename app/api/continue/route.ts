import { comerAt } from "@/lib/http/comer-at"
import { currentSession } from "@/lib/http/current-session"
import { passOn } from "@/lib/http/pass-on"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { seeOther } from "@/lib/http/see-other"
import { enterAs } from "@/lib/oidc/enter-as"
import { standingAt } from "@/lib/oidc/standing"

/** Takes for which unit a person goes into a system, and whether it gets his national ID where it asked for that. */
export const POST = postHandler(async ({ fields }) => {
  const uid = pathSegment(fields.uid ?? "", 64)
  if (!(await currentSession()))
    return seeOther(`/login?${new URLSearchParams({ returnTo: `/continue/${uid}` })}`)
  const comer = await comerAt(`/continue/${uid}`)
  const standing = await standingAt(uid, comer)
  if (standing.is === "gone") return seeOther(`/continue/${uid}`)
  if (standing.is === "elsewhere") return seeOther(standing.path)
  const { seats, asksNationalId } = standing
  const chosen =
    seats.length === 1 ? seats[0] : seats.find((seat) => seat.membershipId === fields.membershipId)
  const nationalId = asksNationalId ? agreement(fields.nationalId) : undefined
  if (!chosen || (asksNationalId && !nationalId)) return seeOther(`/continue/${uid}/choose?missing=1`)
  const entered = await enterAs(standing, comer, { membershipId: chosen.membershipId, nationalId })
  return "leavesFor" in entered ? passOn(entered.leavesFor, standing.clientName) : seeOther(entered.path)
})

function agreement(sent: string | undefined): "agreed" | "withheld" | undefined {
  return sent === "agreed" || sent === "withheld" ? sent : undefined
}
