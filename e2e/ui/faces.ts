import type { BrowserContext } from "@playwright/test"
import { ageStepUps } from "../../db/testing/age-step-ups"
import { copyOfficial, type OwnerAccess } from "../../db/testing/copy-official"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { persona } from "../support/cast"
import { codesSeen, nextCode } from "../support/mailbox"
import { post } from "../support/sign-in"
import { activationFaces } from "./activation-faces"
import { caretakerFaces } from "./caretaker-faces"
import { clientFaces } from "./client-faces"
import { deskFaces } from "./desk-faces"
import { importFaces } from "./import-faces"
import { invitationFaces } from "./invitation-faces"
import { machineFaces } from "./machine-faces"
import { memberFaces } from "./member-faces"
import { oidcFaces } from "./oidc-faces"
import { orderFaces } from "./order-faces"
import { profileFaces } from "./profile-faces"
import { recoveryFaces } from "./recovery-faces"
import { registrationFaces } from "./registration-faces"
import { rightsFaces } from "./rights-faces"

/** A screen as one of its readers meets it. */
export type Face = {
  readonly at: string
  /** Who is signed in; nobody where the route is for everyone, else an ordinary official. */
  readonly reader?: string
  /** What must have happened before; it may tell another address than `at`. */
  readonly before?: (stage: Stage) => Promise<string | undefined>
  /** A sheet for the printer, without the portal's frame. */
  readonly isPaper?: true
  /** A page of a session of its own, in the public frame, though its reader is signed in. */
  readonly isOutside?: true
  /** The path to which it leads on. */
  readonly leadsTo?: string
}

/** What a face is shown on. `home` is where the demonstration keeps its database. */
export type Stage = {
  readonly context: BrowserContext
  readonly home: string
  readonly ownerUrl: string
  readonly owner: OwnerAccess
}

/** Who reads the signed-in screens where no face names another. */
export const official = "pranee.t"
const inTwoUnits = "1360999000042"
const mustProve = "wilai.e"

/** The cookie with which a refusal's end reaches the page that tells it. */
async function refusedUntilLater({ context, home }: Stage): Promise<undefined> {
  const facts = { code: "signin.wait", until: new Date(Date.now() + 10 * 60_000).toISOString() }
  const value = Buffer.from(JSON.stringify(facts)).toString("base64url")
  await context.addCookies([{ name: "dla-sso-refusal", value, url: home }])
}

async function aged({ ownerUrl }: Stage): Promise<undefined> {
  await ageStepUps(ownerUrl, mustProve)
}

async function askedForCode(stage: Stage): Promise<undefined> {
  await aged(stage)
  const { request } = stage.context
  const card = await persona(request, mustProve)
  const seen = await codesSeen(request, card.email)
  await post(request, "/api/step-up/password", { password: card.password })
  await nextCode(request, card.email, seen)
}

async function passwordGiven({ context: { request }, ownerUrl }: Stage): Promise<undefined> {
  await forgetMailedCodes(ownerUrl)
  const { username, password } = await persona(request, "dla.helpdesk")
  await post(request, "/api/login/password", { username, password })
}

async function passwordGivenWithApp({ context: { request }, owner }: Stage): Promise<undefined> {
  const { username } = await copyOfficial(owner, official, { anApp: true })
  const { password } = await persona(request, official)
  await post(request, "/api/login/password", { username, password })
}

async function someMail({ context: { request } }: Stage): Promise<string> {
  const page = await (await request.get("/dev/mailbox")).text()
  return /\/dev\/mailbox\/[\w-]{8,}/.exec(page)?.[0] ?? "/dev/mailbox/none"
}

/**
 * Faces of the screens that one does not meet by asking for the address of route-table.ts alone, by the screen's
 * pattern. Every other screen has that one face.
 */
export const faces: Readonly<Record<string, readonly Face[]>> = {
  "/login": [
    { at: "/login" },
    { at: "/" },
    { at: "/login?refused=signin.wrong" },
    { at: "/login?signed-out=1" },
  ],
  "/login/otp": [
    { at: "/login/otp", before: passwordGiven },
    { at: "/login/otp?refused=otp.wrong", before: passwordGiven },
  ],
  "/login/factor": [
    { at: "/login/factor", before: passwordGivenWithApp },
    { at: "/login/factor?refused=invalid", before: passwordGivenWithApp },
  ],
  "/login/wait": [{ at: "/login/wait?refused=signin.wait", before: refusedUntilLater }],
  "/login/thaid": [
    { at: "/login/thaid?refused=signin.thaid-declined" },
    { at: "/login/thaid?refused=signin.thaid-unknown" },
    { at: "/login/thaid?refused=signin.thaid-required" },
  ],
  "/portal": [
    { at: "/portal" },
    { at: "/portal?q=zzz" },
    { at: "/portal", reader: "malee.n" },
    // the duties of use, which he has yet to accept
    { at: "/portal", reader: "arthit.d" },
  ],
  "/portal/choose": [{ at: "/portal/choose", reader: inTwoUnits }],
  "/step-up": [
    { at: "/step-up?returnTo=%2Faccount", reader: mustProve, before: aged },
    { at: "/step-up", reader: mustProve, before: askedForCode },
  ],
  "/account/password": [
    { at: "/account/password" },
    { at: "/account/password?refused=passwords.current-wrong" },
    { at: "/account/password?must=1" },
  ],
  "/account/email": [{ at: "/account/email" }, { at: "/account/email?refused=email.password-wrong" }],
  "/admin/manuals": [
    { at: "/admin/manuals", reader: "dla.officer" },
    { at: "/admin/manuals?refused=manuals.not-a-pdf", reader: "dla.officer" },
  ],
  "/admin/settings": [
    { at: "/admin/settings", reader: "dla.administrator" },
    { at: "/admin/settings?refused=settings.stale&setting=contact", reader: "dla.administrator" },
  ],
  "/admin/settings/holidays": [
    { at: "/admin/settings/holidays", reader: "dla.administrator" },
    { at: "/admin/settings/holidays?refused=cases.holiday-known", reader: "dla.administrator" },
  ],
  "/admins": [{ at: "/admins" }, { at: "/admins?province=36&district=3602" }, { at: "/admins?q=zzzzzz" }],
  // whoever is signed in keeps his frame where everyone may read
  "/manuals": [{ at: "/manuals" }, { at: "/manuals", reader: official }],
  "/why": [
    { at: "/why" },
    { at: "/why?system=INFO", reader: official },
    { at: "/why?system=E-LAAS", reader: official },
  ],
  "/help": [{ at: "/help" }, { at: "/help", reader: "dla.administrator" }],
  "/admins/[code]": [{ at: "/admins/05360204" }, { at: "/admins/05360901" }],
  ...caretakerFaces,
  ...activationFaces,
  ...clientFaces,
  ...machineFaces,
  ...oidcFaces,
  ...deskFaces,
  ...importFaces,
  ...invitationFaces,
  ...orderFaces,
  ...memberFaces,
  ...profileFaces,
  ...recoveryFaces,
  ...registrationFaces,
  ...rightsFaces,
  "/dev/mailbox/[messageId]": [{ at: "/dev/mailbox", before: someMail }],
}
