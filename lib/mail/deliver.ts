import "server-only"
import {
  downMark,
  type LeasedMail,
  leaseMails,
  settleFailed,
  settleRefused,
  settleSent,
  touchHeldUpMails,
} from "@/db/queries/mail"
import { KeyMissing } from "@/lib/crypto/key-ring"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { log } from "@/lib/log"
import { compose } from "./compose"
import type { Delivery } from "./delivery"
import { keepLease } from "./keep-lease"
import { mailPlace } from "./place"
import { leaseTime, nobody, sendTime, waitAfter } from "./rules"
import { NotTaken, type Outgoing } from "./transport/transport"

/** A mail in a sender's hands, under its present lease. */
export type TakenMail = LeasedMail

/** Takes due mail, so many at most, for a while that its sender renews. */
export async function takeDue({ db, clock }: Delivery, atMost: number): Promise<TakenMail[]> {
  if (atMost < 1) return []
  const now = clock()
  const mails = await leaseMails(db, now, new Date(now.getTime() + leaseTime), atMost)
  for (const mail of mails) log.info({ mailId: mail.id, attempt: mail.attempts }, "mail: leased")
  return mails
}

/**
 * Sends a mail that was taken, and gives it back under its present lease, to be settled. One that was not accepted is
 * settled here: put back, or given up.
 */
export async function sendTaken(
  delivery: Delivery,
  mail: TakenMail,
): Promise<TakenMail | "failed" | "refused"> {
  const composed = await writeOut(delivery, mail)
  if (composed instanceof NotTaken) return await settleNotTaken(delivery, mail, composed)
  const lease = keepLease(delivery, mail)
  try {
    // Mail to nobody has gone the whole way but the last step: what it cost tells nothing either.
    if (mail.recipient !== nobody) await inTime(delivery.transport.send(composed))
  } catch (error) {
    return await settleNotTaken(delivery, await lease.end(), error)
  }
  log.info({ mailId: mail.id }, "mail: accepted by transport")
  return await lease.end()
}

/**
 * Settles mail that was sent. A process that dies before it lets the mail be sent a second time when the lease runs
 * out, under the same Message-ID; a mail is never lost.
 */
export async function settleTaken({ db, clock }: Delivery, mails: readonly TakenMail[]): Promise<void> {
  if (mails.length === 0) return
  const { held, othersHeldUp } = await settleSent(db, mails, clock())
  for (const { id } of mails) log.info({ mailId: id, held: held.includes(id) }, "mail: settled")
  // The way out is open: mail that found it closed need not sit out its wait. Mail to nobody did not try it.
  const isOpen = mails.some(({ recipient }) => recipient !== nobody)
  if (othersHeldUp && isOpen) await touchHeldUpMails(db, clock())
}

async function writeOut(
  { from, host, origin, clock }: Delivery,
  mail: LeasedMail,
): Promise<Outgoing | NotTaken> {
  try {
    const props: unknown = JSON.parse(
      open(keyRing(), mailPlace(mail.id), mail.propsSealed ?? Buffer.alloc(0)),
    )
    const composed = await compose(mail.template, props, { locale: mail.locale, host, origin })
    return { ...composed, id: mail.id, from, to: mail.recipient, sentAt: clock() }
  } catch (error) {
    // While the key ring is being rotated another process may hold the key, and this one will after its next start.
    if (error instanceof KeyMissing) return new NotTaken(`key-missing ${error.id}`, "later")
    // Whatever else the error says could quote what the mail says.
    return new NotTaken("unreadable", "mail")
  }
}

async function settleNotTaken({ db, clock }: Delivery, mail: LeasedMail, error: unknown) {
  const now = clock()
  const { message: code, trouble } = error instanceof NotTaken ? error : new NotTaken("unexpected", "later")
  if (trouble === "mail") {
    await settleRefused(db, mail, code, now)
    log.warn({ mailId: mail.id, error: code }, "mail: refused for ever, dropped")
    return "refused" as const
  }
  const nextAttemptAt = new Date(now.getTime() + waitAfter(mail.attempts))
  await settleFailed(db, mail, { error: trouble === "down" ? downMark + code : code, nextAttemptAt })
  log.warn({ mailId: mail.id, error: code, attempt: mail.attempts, nextAttemptAt }, "mail: not taken")
  return "failed" as const
}

/** A send that hangs is cut off: its sender has other mail to see to. */
async function inTime(sending: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotTaken("timeout", "down")), sendTime)
  })
  try {
    await Promise.race([sending, over])
  } finally {
    clearTimeout(timer)
  }
}
