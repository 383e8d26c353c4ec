import "server-only"
import { render } from "@react-email/render"
import type { Locale } from "@/lib/i18n/locale"
import { type MailTemplate, mailProps } from "./schema"
import { caretaker } from "./templates/caretaker"
import { disputeSettled } from "./templates/dispute-settled"
import { emailCode } from "./templates/email-code"
import { emailSet } from "./templates/email-set"
import { factorChanged } from "./templates/factor-changed"
import { invitation } from "./templates/invitation"
import { invitationCode } from "./templates/invitation-code"
import { membershipNotice } from "./templates/membership-notice"
import { methodChanged } from "./templates/method-changed"
import { orderNotice } from "./templates/order-notice"
import { otpCode } from "./templates/otp-code"
import { alarmingNotice, ownerNotice } from "./templates/owner-notice"
import { recoveryAsked, recoveryLink } from "./templates/recovery-by-staff"
import { recoveryCode } from "./templates/recovery-code"
import { recoveryOtherWay } from "./templates/recovery-other-way"
import { registrationCode } from "./templates/registration-code"
import { registrationKnown, registrationOutcome, registrationWord } from "./templates/registration-notice"
import { rightsChanged, rightsRefused } from "./templates/rights-notice"
import type { Template } from "./templates/template"
import { usernameReminder } from "./templates/username-reminder"

/** A mail as a transport sends it. */
export type Composed = { readonly subject: string; readonly html: string; readonly text: string }

/** For whom and from where: the reader's language, the portal's address as he compares it with his browser's. */
export type Setting = { readonly locale: Locale; readonly host: string; readonly origin: string }

const [newDevice, emailChanged, passwordChanged, manyFailures, accountLocked, accountOpened] = [
  ownerNotice("newDevice"),
  alarmingNotice("emailChanged"),
  alarmingNotice("passwordChanged"),
  ownerNotice("manyFailures"),
  ownerNotice("accountLocked"),
  alarmingNotice("accountOpened"),
]

const approvedFor = {
  open: registrationWord("approved"),
  suspended: registrationWord("suspended"),
  locked: registrationWord("locked"),
}

const settled = { kept: disputeSettled("kept"), given: disputeSettled("given") }

const [registrationReceived, registrationReturned, registrationRejected] = [
  registrationWord("received"),
  registrationOutcome("returned"),
  registrationOutcome("rejected"),
]

const [orderApproved, orderReturned, orderRejected] = [
  orderNotice("approved"),
  orderNotice("returned"),
  orderNotice("rejected"),
]

type Filled = { readonly template: Template<never>; readonly values: Readonly<Record<string, string>> }

const fill: { readonly [T in MailTemplate]: (props: unknown, locale: Locale) => Filled } = {
  "otp-code": (props, locale) => ({
    template: otpCode,
    values: otpCode.slots(mailProps["otp-code"].parse(props), locale),
  }),
  "new-device": (props, locale) => ({
    template: newDevice,
    values: newDevice.slots(mailProps["new-device"].parse(props), locale),
  }),
  "email-code": (props, locale) => ({
    template: emailCode,
    values: emailCode.slots(mailProps["email-code"].parse(props), locale),
  }),
  "email-changed": (props, locale) => ({
    template: emailChanged,
    values: emailChanged.slots(mailProps["email-changed"].parse(props), locale),
  }),
  "password-changed": (props, locale) => ({
    template: passwordChanged,
    values: passwordChanged.slots(mailProps["password-changed"].parse(props), locale),
  }),
  "many-failures": (props, locale) => ({
    template: manyFailures,
    values: manyFailures.slots(mailProps["many-failures"].parse(props), locale),
  }),
  "method-changed": (props, locale) => ({
    template: methodChanged,
    values: methodChanged.slots(mailProps["method-changed"].parse(props), locale),
  }),
  "factor-changed": (props, locale) => ({
    template: factorChanged,
    values: factorChanged.slots(mailProps["factor-changed"].parse(props), locale),
  }),
  "recovery-code": (props, locale) => ({
    template: recoveryCode,
    values: recoveryCode.slots(mailProps["recovery-code"].parse(props), locale),
  }),
  "recovery-other-way": (props, locale) => ({
    template: recoveryOtherWay,
    values: recoveryOtherWay.slots(mailProps["recovery-other-way"].parse(props), locale),
  }),
  "username-reminder": (props, locale) => ({
    template: usernameReminder,
    values: usernameReminder.slots(mailProps["username-reminder"].parse(props), locale),
  }),
  "account-opened": (props, locale) => ({
    template: accountOpened,
    values: accountOpened.slots(mailProps["account-opened"].parse(props), locale),
  }),
  "recovery-asked": (props, locale) => ({
    template: recoveryAsked,
    values: recoveryAsked.slots(mailProps["recovery-asked"].parse(props), locale),
  }),
  "recovery-link": (props, locale) => ({
    template: recoveryLink,
    values: recoveryLink.slots(mailProps["recovery-link"].parse(props), locale),
  }),
  invitation: (props, locale) => ({
    template: invitation,
    values: invitation.slots(mailProps.invitation.parse(props), locale),
  }),
  "invitation-code": (props, locale) => ({
    template: invitationCode,
    values: invitationCode.slots(mailProps["invitation-code"].parse(props), locale),
  }),
  caretaker: (props, locale) => ({
    template: caretaker,
    values: caretaker.slots(mailProps.caretaker.parse(props), locale),
  }),
  "account-locked": (props, locale) => ({
    template: accountLocked,
    values: accountLocked.slots(mailProps["account-locked"].parse(props), locale),
  }),
  "registration-code": (props, locale) => ({
    template: registrationCode,
    values: registrationCode.slots(mailProps["registration-code"].parse(props), locale),
  }),
  "registration-received": (props, locale) => ({
    template: registrationReceived,
    values: registrationReceived.slots(mailProps["registration-received"].parse(props), locale),
  }),
  "dispute-settled": (props, locale) => {
    const { kind, at } = mailProps["dispute-settled"].parse(props)
    const template = settled[kind]
    return { template, values: template.slots({ at }, locale) }
  },
  "registration-known": (props, locale) => ({
    template: registrationKnown,
    values: registrationKnown.slots(mailProps["registration-known"].parse(props), locale),
  }),
  "registration-approved": (props, locale) => {
    const { standing, ...said } = mailProps["registration-approved"].parse(props)
    const template = approvedFor[standing]
    return { template, values: template.slots(said, locale) }
  },
  "registration-returned": (props, locale) => ({
    template: registrationReturned,
    values: registrationReturned.slots(mailProps["registration-returned"].parse(props), locale),
  }),
  "registration-rejected": (props, locale) => ({
    template: registrationRejected,
    values: registrationRejected.slots(mailProps["registration-rejected"].parse(props), locale),
  }),
  "order-approved": (props, locale) => ({
    template: orderApproved,
    values: orderApproved.slots(mailProps["order-approved"].parse(props), locale),
  }),
  "order-returned": (props, locale) => ({
    template: orderReturned,
    values: orderReturned.slots(mailProps["order-returned"].parse(props), locale),
  }),
  "order-rejected": (props, locale) => ({
    template: orderRejected,
    values: orderRejected.slots(mailProps["order-rejected"].parse(props), locale),
  }),
  "rights-changed": (props, locale) => ({
    template: rightsChanged,
    values: rightsChanged.slots(mailProps["rights-changed"].parse(props), locale),
  }),
  "rights-refused": (props, locale) => ({
    template: rightsRefused,
    values: rightsRefused.slots(mailProps["rights-refused"].parse(props), locale),
  }),
  "membership-notice": (props, locale) => ({
    template: membershipNotice,
    values: membershipNotice.slots(mailProps["membership-notice"].parse(props), locale),
  }),
  "email-set": (props, locale) => ({
    template: emailSet,
    values: emailSet.slots(mailProps["email-set"].parse(props), locale),
  }),
}

/** Writes out a mail in HTML and text. Throws when there is no such template or its props are not what it needs. */
export async function compose(
  name: string,
  props: unknown,
  { locale, host, origin }: Setting,
): Promise<Composed> {
  if (!isTemplate(name)) throw new Error("no such mail template")
  const { template, values } = fill[name](props, locale)
  const { html, text } = await rendered(name, template, locale)
  const all = { ...values, host, origin }
  return {
    subject: template.subject(locale),
    html: inSlots(html, (slot) => escapeHtml(valueIn(all, slot))),
    text: inSlots(text, (slot) => valueIn(all, slot)),
  }
}

// Rendering takes longer than all else about a mail together, and differs by template and language only.
const renderings = new Map<string, Promise<{ html: string; text: string }>>()

function rendered(name: string, template: Template<never>, locale: Locale) {
  const key = `${name}/${locale}`
  const known = renderings.get(key) ?? renderBody(template, locale)
  renderings.set(key, known)
  return known
}

async function renderBody(template: Template<never>, locale: Locale) {
  const body = template.body(locale, (slot) => `{{${slot}}}`)
  // One line a paragraph: the reader's own window wraps Thai better than we could. Headings stay as written: upper
  // case would do nothing for Thai and shout in English.
  const selectors = [{ selector: "h1", options: { uppercase: false, leadingLineBreaks: 2 } }]
  const text = await render(body, { plainText: true, htmlToTextOptions: { wordwrap: false, selectors } })
  return { html: await render(body), text }
}

function inSlots(rendering: string, value: (slot: string) => string): string {
  return rendering.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => value(slot))
}

function valueIn(values: Readonly<Record<string, string>>, slot: string): string {
  const value = values[slot]
  if (value === undefined) throw new Error("a slot of a mail has no value")
  return value
}

function escapeHtml(text: string): string {
  const marks: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  }
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

function isTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(mailProps, name)
}
