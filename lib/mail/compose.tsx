import "server-only"
import { render } from "@react-email/render"
import type { ReactElement } from "react"
import type { Locale } from "@/lib/i18n/locale"
import { type MailTemplate, mailProps } from "./schema"
import { mailWords } from "./templates/mail-words"
import { NewDevice } from "./templates/new-device"
import { OtpCode } from "./templates/otp-code"

/** A mail as a transport sends it. */
export type Composed = { readonly subject: string; readonly html: string; readonly text: string }

type Draft = { readonly subject: string; readonly body: ReactElement }

type Setting = { readonly locale: Locale; readonly host: string }

const templates: { readonly [T in MailTemplate]: (props: unknown, setting: Setting) => Draft } = {
  "otp-code": (props, setting) => ({
    subject: mailWords(setting.locale).otp.subject,
    body: <OtpCode {...mailProps["otp-code"].parse(props)} {...setting} />,
  }),
  "new-device": (props, setting) => ({
    subject: mailWords(setting.locale).newDevice.subject,
    body: <NewDevice {...mailProps["new-device"].parse(props)} {...setting} />,
  }),
}

/**
 * Writes out a mail in HTML and text. `host` is the portal's address as a reader compares it with his browser's.
 * Throws when there is no such template or its props are not what it needs.
 */
export async function compose(template: string, props: unknown, setting: Setting): Promise<Composed> {
  if (!isTemplate(template)) throw new Error("no such mail template")
  const { subject, body } = templates[template](props, setting)
  // One line a paragraph: the reader's own window wraps Thai better than we could.
  const text = await render(body, {
    plainText: true,
    htmlToTextOptions: { wordwrap: false, selectors: plain },
  })
  return { subject, html: await render(body), text }
}

// Headings stay as they are written: upper case would do nothing for Thai and shout in English.
const plain = [{ selector: "h1", options: { uppercase: false } }]

function isTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(templates, name)
}
