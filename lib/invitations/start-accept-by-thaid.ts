import "server-only"
import { lockInvitation } from "@/db/queries/invitations"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { thaidStartLimit } from "@/lib/signin/rules"
import { keepErrand, prepareErrand } from "@/lib/signin/thaid-errand"
import { invitationHashes } from "./hashes"
import { choiceShut } from "./invitation-shut"
import { startAcceptByThaidInput } from "./schema"

/** Begins to accept an invitation by ThaiID: what comes back is the address to send the browser to, and its cookie's value. */
export const startAcceptByThaid = command({
  name: "invitations.thaid-start",
  input: startAcceptByThaidInput,
  allow: canBeAnyone,
  prepare: ({ now }) => prepareErrand(now),
  async run({ tx, now, input, prepared }) {
    const key = keyedHash(keyRing(), "address", input.address ?? "unknown")
    const counted = await countAgainst(tx, { scope: "thaid-starts-address", key, now, ...thaidStartLimit })
    if (!counted.allowed) return refused("invitations.too-many", { until: counted.until })
    const browserHashes = invitationHashes("browser", input.invitation)
    const invitation = await lockInvitation(tx, { browserHashes })
    const shut = choiceShut(invitation, now)
    if (shut || !invitation) return refused(shut ?? "invitations.gone")
    const { accountId } = invitation
    const note = { account: accountId, subject: invitation.id }
    if ("code" in prepared) return refusedOnRecord(prepared.code, { ...note, detail: { why: prepared.why } })
    const { address, browser } = await keepErrand(tx, prepared, {
      purpose: "accept",
      accountId,
      sessionId: null,
      returnTo: null,
      sharedComputer: false,
      browser: input.thaidBrowser,
      now,
    })
    return done({ address, browser }, note)
  },
})
