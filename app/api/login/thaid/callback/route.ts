import { browserOfRequest } from "@/lib/http/browser"
import { deviceRemembered, readCookie, setCookie } from "@/lib/http/cookies"
import { currentSession } from "@/lib/http/current-session"
import { firstSession } from "@/lib/http/first-session"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { runRead } from "@/lib/http/run-read"
import { seeOther } from "@/lib/http/see-other"
import { sessionCookie } from "@/lib/http/session-cookie"
import { currentLocale } from "@/lib/i18n/words"
import { acceptByThaid } from "@/lib/invitations/accept-by-thaid"
import type { Refusal } from "@/lib/kernel/refusal"
import { proveByThaid } from "@/lib/recovery/prove-by-thaid"
import { proveRegistration } from "@/lib/registration/prove-registration"
import { changeMethod } from "@/lib/signin/change-method"
import { getThaidErrand } from "@/lib/signin/get-thaid-errand"
import { returnFromThaid } from "@/lib/signin/return-from-thaid"
import { signInByThaid } from "@/lib/signin/sign-in-by-thaid"
import { stepUpByThaid } from "@/lib/signin/step-up-by-thaid"

/** Where ThaiID sends people back, with a code or with an error. Whatever comes of it ends on a page in plain words. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const brought = (name: string) => searchParams.get(name) ?? undefined
  const from = { state: brought("state") ?? "", browser: await readCookie("thaid") }
  const errand = await runRead(getThaidErrand, from)
  const returnTo = parseReturnTo(errand.ok ? errand.value.returnTo : undefined)
  const returned = await runCommand(returnFromThaid, {
    ...from,
    code: brought("code"),
    error: brought("error"),
  })
  const endings = {
    link: notChanged,
    unlink: notChanged,
    "step-up": notSteppedUp,
    "sign-in": sorry,
    recover: notRecovered,
    accept: notAccepted,
    register: notRegistered,
  }
  const say = endings[errand.ok ? errand.value.purpose : "sign-in"]
  if (!returned.ok) return say(returned.refusal, returnTo)
  const { attemptId, code, purpose } = returned.value
  if (purpose === "step-up") return steppedUp({ attemptId, code }, returnTo)
  if (purpose === "recover") return recovered({ attemptId, code })
  if (purpose === "accept") return accepted({ attemptId, code })
  if (purpose === "register") return registered({ attemptId, code })
  if (purpose === "link" || purpose === "unlink") {
    const changed = await runCommand(changeMethod, {
      attemptId,
      code,
      purpose,
      locale: await currentLocale(),
    })
    return changed.ok ? seeOther("/account/sign-in?done=1") : say(changed.refusal, returnTo)
  }
  const result = await runCommand(signInByThaid, {
    attemptId,
    code,
    locale: await currentLocale(),
    browser: await browserOfRequest(),
  })
  if (!result.ok) return sorry(result.refusal, returnTo)
  const { session, device, mustChoose } = result.value
  const onward = returnTo ?? "/portal"
  return seeOther(mustChoose ? `/portal/choose?${new URLSearchParams({ returnTo: onward })}` : onward, [
    await sessionCookie(session),
    setCookie("device", device, deviceRemembered),
  ])
}

/** A way back: the proved person goes on to set a new password, or to open the account. */
async function recovered(second: { attemptId: string; code: string }): Promise<Response> {
  const proved = await runCommand(proveByThaid, second)
  if (!proved.ok) return notRecovered(proved.refusal)
  return seeOther("/recover/password", [setCookie("recovery", proved.value.recovery)])
}

/** A way back that came to nothing; the page of recovery says so and offers all ways again. */
function notRecovered(refusal: Refusal): Response {
  if (refusal.code === "signin.thaid-disputed") return seeOther(`/register?refused=${refusal.code}`)
  return seeOther(`/recover?refused=${refusal.code}`, [refusalCookie(refusal)])
}

/** An invitation accepted: the person is in, for the first time. */
async function accepted(second: { attemptId: string; code: string }): Promise<Response> {
  const result = await runCommand(acceptByThaid, {
    ...second,
    invitation: (await readCookie("invitation")) ?? "",
    locale: await currentLocale(),
    browser: await browserOfRequest(),
  })
  return result.ok ? firstSession(result.value) : notAccepted(result.refusal)
}

/** An acceptance that came to nothing; the page of the choice says so and offers both ways again. */
function notAccepted(refusal: Refusal): Response {
  return seeOther(`/invitation/choose?refused=${refusal.code}`, [refusalCookie(refusal)])
}

/** An applicant: on with what ThaiID vouches for. */
async function registered(second: { attemptId: string; code: string }): Promise<Response> {
  const registration = (await readCookie("registration")) ?? ""
  const proved = await runCommand(proveRegistration, { ...second, registration })
  return proved.ok ? seeOther("/register/person") : notRegistered(proved.refusal)
}

/** A proof that came to nothing; the page of the person says so, and the facts can be typed. */
function notRegistered(refusal: Refusal): Response {
  return seeOther(`/register/person?refused=${refusal.code}`, [refusalCookie(refusal)])
}

async function steppedUp(
  second: { attemptId: string; code: string },
  returnTo: string | undefined,
): Promise<Response> {
  const stepped = await runCommand(stepUpByThaid, second)
  if (!stepped.ok) return notSteppedUp(stepped.refusal, returnTo)
  return seeOther(returnTo ?? "/portal", [await sessionCookie(stepped.value.session)])
}

/** A step-up that came to nothing; the page of step-ups says so and offers all ways again. */
function notSteppedUp(refusal: Refusal, returnTo: string | undefined): Response {
  const query = new URLSearchParams({ refused: refusal.code, ...(returnTo ? { returnTo } : {}) })
  return seeOther(`/step-up?${query}`, [refusalCookie(refusal)])
}

/** A change of sign-in method that came to nothing; signed in or not, the page says so or leads to the door. */
function notChanged(refusal: Refusal): Response {
  return seeOther(`/account/sign-in?refused=${refusal.code}`, [refusalCookie(refusal)])
}

function isForRegistration({ code }: Refusal): boolean {
  return code === "signin.thaid-unknown" || code === "signin.thaid-disputed"
}

async function sorry(refusal: Refusal, returnTo: string | undefined): Promise<Response> {
  // Proved to be somebody who has no account yet, or whose number another may hold: he registers, with what ThaiID vouches for.
  if (isForRegistration(refusal)) return seeOther(`/register?refused=${refusal.code}`)
  // A page loaded again after the sign-in it belongs to: the way on is the portal.
  if (refusal.code === "signin.thaid-used" && (await currentSession())) return seeOther(returnTo ?? "/portal")
  // What is too long for an answer of the service is none.
  const told: Refusal = refusal.code === "invalid" ? { code: "signin.thaid-expired" } : refusal
  const query = new URLSearchParams({ refused: told.code, ...(returnTo ? { returnTo } : {}) })
  return seeOther(`/login/thaid?${query}`, [refusalCookie(told)])
}
