import "server-only"
import {
  downMark,
  type LeasedMail,
  leaseMail,
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

/** How a turn of a sender ended; `none` when nothing is due. */
export type Turn = "sent" | "failed" | "refused" | "none"

/**
 * Takes the next due mail, sends it and settles it. A process that dies after the transport took the mail and before
 * it is settled lets it be sent a second time when the lease runs out, under the same Message-ID; a mail is never lost.
 */
export async function deliverNext(delivery: Delivery): Promise<Turn> {
  const { db, clock } = delivery
  const now = clock()
  const mail = await leaseMail(db, now, new Date(now.getTime() + leaseTime))
  if (!mail) return "none"
  log.info({ mailId: mail.id, attempt: mail.attempts }, "mail: leased")
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
  const { held, othersHeldUp } = await settleSent(db, await lease.end(), clock())
  log.info({ mailId: mail.id, held }, "mail: settled")
  // The way out is open: mail that found it closed need not sit out its wait.
  if (othersHeldUp && mail.recipient !== nobody) await touchHeldUpMails(db, clock())
  return "sent"
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

async function settleNotTaken({ db, clock }: Delivery, mail: LeasedMail, error: unknown): Promise<Turn> {
  const now = clock()
  const { message: code, trouble } = error instanceof NotTaken ? error : new NotTaken("unexpected", "later")
  if (trouble === "mail") {
    await settleRefused(db, mail, code, now)
    log.warn({ mailId: mail.id, error: code }, "mail: refused for ever, dropped")
    return "refused"
  }
  const nextAttemptAt = new Date(now.getTime() + waitAfter(mail.attempts))
  await settleFailed(db, mail, { error: trouble === "down" ? downMark + code : code, nextAttemptAt })
  log.warn({ mailId: mail.id, error: code, attempt: mail.attempts, nextAttemptAt }, "mail: not taken")
  return "failed"
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
