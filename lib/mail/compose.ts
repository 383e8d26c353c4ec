import "server-only"
import type { z } from "zod"
import type { Locale } from "@/lib/i18n/locale"
import { rendered } from "./rendered"
import { type MailProps, type MailTemplate, mailProps } from "./schema"
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
import { unitFindings } from "./templates/unit-findings"
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

/** How a template is filled: what it is told is checked first. */
function entry<T extends MailTemplate>(name: T, template: Template<MailProps<T>>) {
  const told = mailProps[name] as unknown as z.ZodType<MailProps<T>>
  return (props: unknown, locale: Locale): Filled => ({
    template: template as Template<never>,
    values: template.slots(told.parse(props), locale),
  })
}

const fill: { readonly [T in MailTemplate]: (props: unknown, locale: Locale) => Filled } = {
  "otp-code": entry("otp-code", otpCode),
  "new-device": entry("new-device", newDevice),
  "email-code": entry("email-code", emailCode),
  "email-changed": entry("email-changed", emailChanged),
  "password-changed": entry("password-changed", passwordChanged),
  "many-failures": entry("many-failures", manyFailures),
  "method-changed": entry("method-changed", methodChanged),
  "factor-changed": entry("factor-changed", factorChanged),
  "recovery-code": entry("recovery-code", recoveryCode),
  "recovery-other-way": entry("recovery-other-way", recoveryOtherWay),
  "username-reminder": entry("username-reminder", usernameReminder),
  "account-opened": entry("account-opened", accountOpened),
  "recovery-asked": entry("recovery-asked", recoveryAsked),
  "recovery-link": entry("recovery-link", recoveryLink),
  invitation: entry("invitation", invitation),
  "invitation-code": entry("invitation-code", invitationCode),
  caretaker: entry("caretaker", caretaker),
  "unit-findings": entry("unit-findings", unitFindings),
  "account-locked": entry("account-locked", accountLocked),
  "registration-code": entry("registration-code", registrationCode),
  "registration-received": entry("registration-received", registrationReceived),
  "dispute-settled": (props, locale) => {
    const { kind, at } = mailProps["dispute-settled"].parse(props)
    const template = settled[kind]
    return { template, values: template.slots({ at }, locale) }
  },
  "registration-known": entry("registration-known", registrationKnown),
  "registration-approved": (props, locale) => {
    const { standing, ...said } = mailProps["registration-approved"].parse(props)
    const template = approvedFor[standing]
    return { template, values: template.slots(said, locale) }
  },
  "registration-returned": entry("registration-returned", registrationReturned),
  "registration-rejected": entry("registration-rejected", registrationRejected),
  "order-approved": entry("order-approved", orderApproved),
  "order-returned": entry("order-returned", orderReturned),
  "order-rejected": entry("order-rejected", orderRejected),
  "rights-changed": entry("rights-changed", rightsChanged),
  "rights-refused": entry("rights-refused", rightsRefused),
  "membership-notice": entry("membership-notice", membershipNotice),
  "email-set": entry("email-set", emailSet),
}

/** Writes out a mail in HTML and text. Throws when there is no such template or its props are not what it needs. */
export async function compose(
  name: string,
  props: unknown,
  { locale, host, origin }: Setting,
): Promise<Composed> {
  if (!isTemplate(name)) throw new Error("no such mail template")
  const { template, values } = fill[name](props, locale)
  const { html, text } = await rendered(template, locale)
  const all = { ...values, host, origin }
  return {
    subject: template.subject(locale),
    html: inSlots(html, (slot) => escapeHtml(valueIn(all, slot))),
    text: inSlots(text, (slot) => valueIn(all, slot)),
  }
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
