import "server-only"
import { randomUUID } from "node:crypto"
import { insertMail } from "@/db/queries/mail"
import type { Transaction } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import type { Locale } from "@/lib/i18n/locale"
import { log } from "@/lib/log"
import { mailPlace } from "./place"
import { longestWait, mailChannel } from "./rules"
import type { MailProps, MailTemplate } from "./schema"

/** A mail to be sent after commit. */
export type MailToSend<T extends MailTemplate> = {
  /** Where the caller names the mail in a row of its own that is written along with it. */
  readonly mailId?: string
  readonly template: T
  readonly locale: Locale
  readonly to: string
  readonly props: MailProps<T>
  readonly now: Date
  /** When the mail is of no use any more (its code has expired) and is dropped unsent; 24 hours at the most. */
  readonly dropAfter?: Date
}

/**
 * Step: puts a mail into the outbox within the caller's transaction; a job sends it after commit. What it says is
 * sealed until then, and wiped once sent or dropped.
 */
export async function enqueueMail<T extends MailTemplate>(
  tx: Transaction,
  mail: MailToSend<T>,
): Promise<{ readonly mailId: string }> {
  const { mailId = randomUUID() } = mail
  const latest = new Date(mail.now.getTime() + longestWait)
  const row = {
    id: mailId,
    template: mail.template,
    locale: mail.locale,
    recipient: mail.to,
    propsSealed: seal(keyRing(), mailPlace(mailId), JSON.stringify(mail.props)),
    createdAt: mail.now,
    nextAttemptAt: mail.now,
    dropAfter: mail.dropAfter && mail.dropAfter < latest ? mail.dropAfter : latest,
  }
  await insertMail(tx, row, mailChannel)
  log.info({ mailId, template: mail.template }, "mail: queued")
  return { mailId }
}
