import "server-only"
import { z } from "zod"
import { findAccountEmail, findOpenChange } from "@/db/queries/email"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { mailIsLate } from "@/lib/mail/mail-is-late"
import { maskEmail, resendAt } from "@/lib/otp/rules"
import { comingSecondFactor } from "@/lib/signin/coming-second-factor"
import { isSettable } from "./rules"

/**
 * One's own e-mail address (masked), whether it may be set, and the change under way in this session. The new address
 * is shown as typed: a slip in it must be seen.
 */
export const getMyEmail = read({
  name: "email.mine",
  input: z.object({}),
  allow: canBeAccount,
  async run({ db, actor, now }) {
    const [account, change, askedFrom] = await Promise.all([
      findAccountEmail(db, actor.accountId),
      findOpenChange(db, actor.sessionId),
      comingSecondFactor(db, now),
    ])
    if (!account) return notShown()
    const isVerified = account.verifiedAt !== null
    return found({
      masked: account.email ? maskEmail(account.email) : undefined,
      isVerified,
      isSettable: isSettable({ isVerified, isSecondFactorAsked: askedFrom === undefined }),
      /** The day from which the code is asked, while that is still to come. */
      askedFrom,
      change:
        change && change.expiresAt > now
          ? {
              email: change.email,
              asksFormer: change.formerCodeHash !== null,
              expiresAt: change.expiresAt,
              resendAt: resendAt(change.sentAt),
              mailIsLate: await mailIsLate(db, change.mailId, now),
            }
          : undefined,
      now,
    })
  },
})
