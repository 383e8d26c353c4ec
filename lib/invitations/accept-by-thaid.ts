import "server-only"
import { lockInvitation } from "@/db/queries/invitations"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { assurances } from "@/lib/sessions/rules"
import { concludeProof } from "@/lib/signin/conclude-proof"
import { proveAttempt } from "@/lib/signin/prove-attempt"
import { invitationHashes } from "./hashes"
import { choiceShut } from "./invitation-shut"
import { acceptByThaidInput } from "./schema"
import { takeIntoUse } from "./take-into-use"

/**
 * Ends an acceptance by ThaiID: the person who was proved must be the one who was invited, by the 13-digit number. Another
 * is refused and recorded, and the invitation stays as it is.
 */
export const acceptByThaid = command({
  name: "invitations.accept-thaid",
  input: acceptByThaidInput,
  allow: canBeAnyone,
  prepare: ({ db, now, input }) => proveAttempt(db, { ...input, purpose: "accept", isRecent: true, now }),
  async run({ tx, now, input, prepared }) {
    const browserHashes = invitationHashes("browser", input.invitation)
    const invitation = await lockInvitation(tx, { browserHashes })
    const shut = choiceShut(invitation, now)
    if (shut || !invitation) return refused(shut ?? "invitations.gone")
    const { accountId, id } = invitation
    if (prepared.attempt?.accountId !== accountId) return refused("signin.thaid-used")
    const isHis = (proved: { readonly accountId: string }) => proved.accountId === accountId
    const judge = (proved: { readonly accountId: string }) =>
      isHis(proved) ? undefined : ("signin.thaid-other-person" as const)
    const proved = await concludeProof(tx, prepared, judge, now)
    const note = { account: accountId, subject: prepared.attempt.id }
    if ("kind" in proved) {
      if (proved.kind === "refused") return proved
      const { code } = proved.refusal
      // somebody without an account is another person as well; what is recorded names the invited account, not his
      const told = code === "signin.thaid-unknown" ? "signin.thaid-other-person" : code
      return refusedOnRecord(told, { ...note, detail: { invitation: id } })
    }
    const { locale, browser } = input
    const taken = await takeIntoUse(tx, invitation, { by: { method: "thaid" }, locale, browser, now })
    if ("no" in taken) return refused(taken.no)
    const { sessionId, ...tokens } = taken
    const detail = { acr: assurances.thaid.acr, invitation: id, ...proved.evidence }
    return done(tokens, { ...note, session: sessionId, detail })
  },
})
