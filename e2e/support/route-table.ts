import { activationRoutes } from "./activation-routes"
import { caretakerRoutes } from "./caretaker-routes"
import { clientRoutes } from "./client-routes"
import { deskRoutes } from "./desk-routes"
import { invitationRoutes } from "./invitation-routes"
import { machineRoutes } from "./machine-routes"
import { memberRoutes } from "./member-routes"
import { oidcRoutes } from "./oidc-routes"
import { orderRoutes } from "./order-routes"
import { profileRoutes } from "./profile-routes"
import { registrationRoutes } from "./registration-routes"
import { rightsRoutes } from "./rights-routes"
import type { RouteLine } from "./route-line"
import { stepUpRoutes } from "./step-up-routes"
import { transferRoutes } from "./transfer-routes"

const manual = (rest: string): RouteLine => ({
  at: `/m/sso-admin${rest}`,
  typed: (value) => [`/m/${value}${rest}`],
  query: ["download"],
})
const refused = ["refused"] as const
const decided = { unitCode: "06360207", id: "00000000-0000-4000-8000-000000000000" }

/** One line for each route of `app/`; e2e/operations/bad-input.spec.ts fails for a route that has none. */
export const routeTable: Readonly<Record<string, RouteLine>> = {
  ...orderRoutes,
  ...rightsRoutes,
  ...clientRoutes,
  ...oidcRoutes,
  ...memberRoutes,
  ...transferRoutes,
  ...caretakerRoutes,
  ...profileRoutes,
  ...machineRoutes,
  "/portal": { at: "/portal", query: ["refused", "returnTo", "q"], isSignedIn: true },
  "/account": { at: "/account", query: ["refused", "ended"], isSignedIn: true },
  "/account/password": { at: "/account/password", query: ["refused", "done", "must"], isSignedIn: true },
  "/account/activity": { at: "/account/activity", query: ["page"], isSignedIn: true },
  "/account/sign-in": { at: "/account/sign-in", query: ["refused", "done"], isSignedIn: true },
  "/account/email": { at: "/account/email", query: ["refused", "done"], isSignedIn: true },
  "/step-up": { at: "/step-up", query: ["refused", "returnTo", "sent", "strong", "acr"], isSignedIn: true },
  "/account/factors": { at: "/account/factors", query: ["refused", "done"], isSignedIn: true },
  "/admin/manuals": { at: "/admin/manuals", query: ["refused", "published", "manual"], isSignedIn: true },
  "/admin/settings": { at: "/admin/settings", query: ["refused", "setting", "saved"], isSignedIn: true },
  "/why": { at: "/why?system=INFO", query: ["system", "member", "trace", "from"] },
  "/login": { at: "/login", query: ["refused", "returnTo", "signed-out"] },
  ...registrationRoutes,
  "/recover": { at: "/recover", query: refused },
  "/recover/code": { at: "/recover/code", query: refused },
  "/recover/password": { at: "/recover/password", query: refused },
  "/recover/done": { at: "/recover/done", query: ["unlocked"] },
  "/recover/username": { at: "/recover/username", query: ["refused", "sent"] },
  ...invitationRoutes,
  "/alarm/[token]": { at: "/alarm/none", typed: (value) => [`/alarm/${value}`] },
  "/api/documents/[id]": {
    at: "/api/documents/00000000-0000-4000-8000-000000000000",
    typed: (value) => [`/api/documents/${value}`],
  },
  "/api/documents/[id]/pages/[page]": {
    at: "/api/documents/00000000-0000-4000-8000-000000000000/pages/1",
    typed: (value) => [
      `/api/documents/${value}/pages/1`,
      `/api/documents/00000000-0000-4000-8000-000000000000/pages/${value}`,
    ],
    isSignedIn: true,
  },
  "/api/recover": { at: "/api/recover", form: { username: "nobody.here" } },
  "/recover/link/[token]": { at: "/recover/link/none", typed: (value) => [`/recover/link/${value}`] },
  "/recover/cancel/[token]": { at: "/recover/cancel/none", typed: (value) => [`/recover/cancel/${value}`] },
  "/unit/[code]/recoveries": {
    at: "/unit/06360207/recoveries",
    typed: (value) => [`/unit/${value}/recoveries`],
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/api/recover/link": { at: "/api/recover/link", form: { link: "none" } },
  "/api/recover/cancel": { at: "/api/recover/cancel", form: { cancel: "none" } },
  "/api/unit/recoveries": {
    at: "/api/unit/recoveries",
    form: { unitCode: "06360207", who: "nobody", reason: "other", note: "x", newEmail: "" },
    isSignedIn: true,
  },
  "/api/unit/recoveries/approve": { at: "/api/unit/recoveries/approve", form: decided, isSignedIn: true },
  "/api/unit/recoveries/release": { at: "/api/unit/recoveries/release", form: decided, isSignedIn: true },
  "/api/unit/recoveries/refuse": { at: "/api/unit/recoveries/refuse", form: decided, isSignedIn: true },
  "/api/recover/thaid": { at: "/api/recover/thaid", form: {} },
  "/api/recover/unlock": { at: "/api/recover/unlock", form: {} },
  "/api/recover/username": {
    at: "/api/recover/username",
    form: { nationalId: "1234567890121", email: "nobody@officials.example" },
  },
  "/api/recover/code": { at: "/api/recover/code", form: { code: "12345" } },
  "/api/recover/password": { at: "/api/recover/password", form: { newPassword: "x", again: "x" } },
  "/api/alarm": { at: "/api/alarm", form: { alarm: "none" } },
  "/portal/choose": { at: "/portal/choose", query: ["refused", "returnTo"], isSignedIn: true },
  "/login/thaid": { at: "/login/thaid", query: ["refused", "returnTo"] },
  "/portal/strong-factor": { at: "/portal/strong-factor", query: ["returnTo"], isSignedIn: true },
  "/login/passkey": { at: "/login/passkey", query: ["refused", "returnTo"] },
  "/login/factor": { at: "/login/factor", query: refused },
  "/login/otp": { at: "/login/otp", query: ["refused", "sent"] },
  "/login/wait": { at: "/login/wait", query: refused },
  "/accessibility": { at: "/accessibility" },
  "/help": { at: "/help" },
  "/privacy": { at: "/privacy" },
  "/admins": { at: "/admins", query: ["q", "province", "district", "kind", "page"] },
  "/admins/[code]": { at: "/admins/05360204", typed: (value) => [`/admins/${value}`] },
  "/admins/print": { at: "/admins/print?district=3602", query: ["district"] },
  "/admins/wait": { at: "/admins/wait", query: ["returnTo"] },
  "/manuals": { at: "/manuals" },
  "/m/[slug]": manual(""),
  "/m/[slug]/file": manual("/file"),
  "/m/[slug]/print": manual("/print"),
  "/m/[slug]/qr.png": manual("/qr.png"),
  "/m/[slug]/qr.svg": manual("/qr.svg"),
  "/m/[slug]/v/[version]": {
    at: "/m/sso-admin/v/1",
    typed: (value) => [`/m/sso-admin/v/${value}`, `/m/${value}/v/1`],
    query: ["download"],
  },
  "/api/account/email": {
    at: "/api/account/email",
    form: { email: "somebody@officials.example", password: "x" },
    isSignedIn: true,
  },
  "/api/account/email/confirm": {
    at: "/api/account/email/confirm",
    form: { code: "12345", formerCode: "12345" },
    isSignedIn: true,
  },
  "/api/account/email/resend": { at: "/api/account/email/resend", form: {}, isSignedIn: true },
  "/api/account/email/withdraw": { at: "/api/account/email/withdraw", form: {}, isSignedIn: true },
  "/api/account/password": {
    at: "/api/account/password",
    form: { currentPassword: "x", newPassword: "x", again: "x", endOthers: "1" },
    isSignedIn: true,
  },
  "/api/account/sessions/end": {
    at: "/api/account/sessions/end",
    form: { sessionId: "00000000-0000-4000-8000-000000000000" },
    isSignedIn: true,
  },
  "/api/account/sessions/end-others": { at: "/api/account/sessions/end-others", form: {}, isSignedIn: true },
  "/api/admin/manuals": {
    at: "/api/admin/manuals",
    isUpload: true,
    form: { slug: "sso-admin", expectedVersion: "1", note: "x", file: "x" },
    isSignedIn: true,
  },
  "/api/admin/settings/contact": {
    at: "/api/admin/settings/contact",
    form: { version: "0", telephone: "x", hoursTh: "x", hoursEn: "x", openChatUrl: "https://line.me/x" },
    isSignedIn: true,
  },
  "/admin/settings/holidays": {
    at: "/admin/settings/holidays",
    query: ["refused", "year", "saved"],
    isSignedIn: true,
  },
  "/api/admin/settings/holidays": {
    at: "/api/admin/settings/holidays",
    form: { act: "add", version: "0", day: "1", month: "3", year: "2570", name: "x", date: "2027-03-01" },
    isSignedIn: true,
  },
  "/api/admin/settings/strong-factor": {
    at: "/api/admin/settings/strong-factor",
    form: { version: "0", day: "1", month: "1", year: "2569", confirmed: "1" },
    isSignedIn: true,
  },
  "/api/admin/settings/second-factor": {
    at: "/api/admin/settings/second-factor",
    form: { version: "0", day: "1", month: "1", year: "2569", confirmed: "1" },
    isSignedIn: true,
  },
  "/api/admin/settings/thaid-duty": {
    at: "/api/admin/settings/thaid-duty",
    form: { version: "0", group: "admins", day: "1", month: "1", year: "2569", lifted: "1", confirmed: "1" },
    isSignedIn: true,
  },
  "/api/auth/[...nextauth]": { at: "/api/auth/session", typed: (value) => [`/api/auth/${value}`] },
  "/api/duties": { at: "/api/duties", form: { version: "1", returnTo: "/portal" }, isSignedIn: true },
  "/api/health/live": { at: "/api/health/live" },
  "/api/health/ready": { at: "/api/health/ready" },
  "/api/login/otp": { at: "/api/login/otp", form: { code: "12345" } },
  "/api/login/otp/resend": { at: "/api/login/otp/resend", form: {} },
  "/api/login/password": {
    at: "/api/login/password",
    form: { username: "nobody.here", password: "x", returnTo: "/portal", shared: "1" },
  },
  "/api/account/sign-in": { at: "/api/account/sign-in", form: { to: "thaid" }, isSignedIn: true },
  "/api/login/thaid": { at: "/api/login/thaid", form: { returnTo: "/portal", shared: "1" } },
  "/api/login/thaid/callback": {
    at: "/api/login/thaid/callback",
    query: ["state", "code", "error"],
  },
  "/api/portal/choose": {
    at: "/api/portal/choose",
    form: { membershipId: "00000000-0000-4000-8000-000000000000", returnTo: "/portal" },
    isSignedIn: true,
  },
  "/api/logout": { at: "/api/logout", form: {} },
  "/api/account/factors/begin": { at: "/api/account/factors/begin", form: {}, isSignedIn: true },
  "/api/account/factors/codes": { at: "/api/account/factors/codes", form: {}, isSignedIn: true },
  "/api/account/factors/confirm": {
    at: "/api/account/factors/confirm",
    form: { name: "x", code: "12345" },
    isSignedIn: true,
  },
  "/api/account/factors/remove": {
    at: "/api/account/factors/remove",
    form: { id: "00000000-0000-4000-8000-000000000000" },
    isSignedIn: true,
  },
  "/api/account/passkeys/options": { at: "/api/account/passkeys/options", form: {}, isSignedIn: true },
  "/api/account/passkeys/add": {
    at: "/api/account/passkeys/add",
    form: { name: "x", response: "{}" },
    isSignedIn: true,
  },
  "/api/account/passkeys/remove": {
    at: "/api/account/passkeys/remove",
    form: { id: "00000000-0000-4000-8000-000000000000" },
    isSignedIn: true,
  },
  "/api/login/passkey": {
    at: "/api/login/passkey",
    form: { response: "{}", returnTo: "/portal", shared: "1" },
  },
  "/api/login/passkey/options": { at: "/api/login/passkey/options", form: { step: "1" } },
  "/api/login/passkey/step": { at: "/api/login/passkey/step", form: { response: "{}" } },
  "/api/login/factor": { at: "/api/login/factor", form: { code: "12345" } },
  ...deskRoutes,
  ...activationRoutes,
  ...stepUpRoutes,
  "/dev/bare": { at: "/dev/bare", isDemonstration: true },
  "/dev/cast": { at: "/dev/cast", isDemonstration: true },
  "/dev/mailbox": { at: "/dev/mailbox", query: ["to"], isDemonstration: true },
  "/dev/mailbox/[messageId]": {
    at: "/dev/mailbox/00000000-0000-4000-8000-000000000000",
    typed: (value) => [`/dev/mailbox/${value}`],
    isDemonstration: true,
  },
  "/dev/mailbox/messages": {
    at: "/dev/mailbox/messages?to=nobody@officials.example",
    query: ["to"],
    isDemonstration: true,
  },
}
