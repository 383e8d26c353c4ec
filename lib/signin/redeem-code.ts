import "server-only"
import { type LoginFlow, markFlowClosed, markGuessed, upsertKnownDevice } from "@/db/queries/signin"
import type { Transaction } from "@/db/types"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { otpLimits, typedCode } from "@/lib/otp/rules"
import { spendCode } from "@/lib/otp/spend-code"
import { countAgainst, peekAt } from "@/lib/rate-limit/count-against"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { lockOpenFlow } from "./find-flow"
import { redeemCodeInput } from "./schema"

/** What the browser gets for a right code: cookies' values and where to go. */
export type SignedIn = {
  readonly session: string
  readonly device: string
  readonly returnTo: string | null
}

/** The code step: five guesses a sign-in, ten wrong ones an hour per account, and a right one opens the session. */
export const redeemCode = command({
  name: "signin.code",
  input: redeemCodeInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockOpenFlow(tx, input.flow, now)
    if ("shut" in opened) return refused(opened.shut)
    const { flow } = opened
    const note = { account: flow.accountId, subject: flow.id }
    const wrongs = {
      scope: "otp-wrong",
      key: keyedHash(keyRing(), "throttle", flow.accountId),
      limit: otpLimits.wrongPerHour,
      windowSeconds: otpLimits.hour,
      now,
    }
    const allowance = await peekAt(tx, wrongs)
    if (!allowance.allowed)
      return refusedOnRecord("otp.too-many-wrong", note, {
        until: allowance.until,
      })
    const code = typedCode(input.code)
    // Not six digits cannot be a guess: the form is shown again and no guess is lost.
    if (!code) return refused("invalid")
    const result = await spendCode(tx, flow.id, code, now)
    if (result !== "right") {
      await markGuessed(tx, flow.id)
      await countAgainst(tx, wrongs)
      const left = flow.guessesLeft - 1
      if (left <= 0) {
        await markFlowClosed(tx, flow.id, "guesses-used", now)
        return refusedOnRecord("otp.guesses-used", note)
      }
      return refusedOnRecord(result === "expired" ? "otp.expired" : "otp.wrong", note, { left })
    }
    await markFlowClosed(tx, flow.id, "signed-in", now)
    if (flow.accountState !== "active") return refusedOnRecord("signin.suspended", note)
    const { sessionId, ...signedIn } = await signIn(tx, flow, input, now)
    return done(signedIn, {
      ...note,
      session: sessionId,
      detail: { acr: assurances.passwordAndMailedCode.acr },
    })
  },
})

type Input = {
  readonly locale: "th" | "en"
  readonly browser: Parameters<typeof openSession>[1]["browser"] & {
    device?: string | undefined
    session?: string | undefined
  }
}

async function signIn(
  tx: Transaction,
  flow: LoginFlow,
  input: Input,
  now: Date,
): Promise<SignedIn & { readonly sessionId: string }> {
  const device = input.browser.device ?? randomToken()
  const known = await upsertKnownDevice(tx, {
    deviceHash: keyedHash(keyRing(), "device-token", device),
    formerHashes: keyedHashes(keyRing(), "device-token", device).slice(1),
    accountId: flow.accountId,
    now,
  })
  const { token, sessionId } = await openSession(tx, {
    accountId: flow.accountId,
    assurance: assurances.passwordAndMailedCode,
    sharedComputer: flow.sharedComputer,
    browser: input.browser,
    ...(input.browser.session ? { replaces: input.browser.session } : {}),
    now,
  })
  if (known.isNew && known.hadOthers && flow.email) {
    await enqueueMail(tx, {
      template: "new-device",
      locale: input.locale,
      to: flow.email,
      props: { at: now.toISOString() },
      now,
    })
  }
  return { session: token, device, returnTo: flow.returnTo, sessionId }
}
