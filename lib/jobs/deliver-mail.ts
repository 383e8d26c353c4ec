import "server-only"
import { setTimeout } from "node:timers/promises"
import { log } from "@/lib/log"
import { sendTaken, settleTaken, type TakenMail, takeDue } from "@/lib/mail/deliver"
import type { Delivery } from "@/lib/mail/delivery"
import type { Bell } from "./bell"
import { errorCode, type Running, repeat } from "./repeat"

/** Mail is also looked for without a ring, in milliseconds: for back-off, and for rings lost with a connection. */
const lookEvery = 2000
/** How long rings are gathered after a turn, in milliseconds: a busy hour is served by the handful, a lone mail at once. */
const gathering = 50

/**
 * Sends mail, with so many in hand at once; a slow one does not hold up the others. Each turn settles in one statement
 * what has been sent since the last, and takes what is due.
 */
export function deliverMail(delivery: Delivery, senders: number, bell: Bell): Running {
  const inHand = new Set<Promise<void>>()
  let sent: readonly TakenMail[] = []

  const send = async (mail: TakenMail) => {
    const ended = await sendTaken(delivery, mail)
    if (typeof ended !== "string") sent = [...sent, ended]
  }
  const begin = (mail: TakenMail) => {
    const sending = send(mail)
      .catch((error: unknown) => log.error({ mailId: mail.id, error: errorCode(error) }, "mail: not settled"))
      .finally(() => {
        inHand.delete(sending)
        bell.ring()
      })
    inHand.add(sending)
  }
  const settle = async () => {
    const mails = sent
    sent = []
    try {
      await settleTaken(delivery, mails)
    } catch (error) {
      // The database is away: they are still sent, and the next turn says so.
      sent = [...mails, ...sent]
      throw error
    }
  }
  const running = repeat(
    "deliver-mail",
    lookEvery,
    async () => {
      const settling = settle()
      const [taken] = await Promise.allSettled([takeDue(delivery, senders - inHand.size), settling])
      const mails = taken.status === "fulfilled" ? taken.value : []
      for (const mail of mails) begin(mail)
      if (taken.status === "rejected") throw taken.reason
      await settling
      await setTimeout(gathering)
      return "idle"
    },
    bell,
  )
  return {
    async stop() {
      await running.stop()
      await Promise.all(inHand)
      await settle()
    },
  }
}
