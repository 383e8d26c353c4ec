import "server-only"
import { deliverNext } from "@/lib/mail/deliver-next"
import type { Delivery } from "@/lib/mail/delivery"
import type { Bell } from "./bell"
import { type Running, repeat } from "./repeat"

/** Mail is also looked for without a ring, in milliseconds: for back-off, and for rings lost with a connection. */
const lookEvery = 2000

/** Sends mail with several senders at once, each with one mail in hand; a slow one does not hold up the others. */
export function deliverMail(delivery: Delivery, senders: number, bell: Bell): Running {
  const running = Array.from({ length: senders }, () =>
    repeat(
      "deliver-mail",
      lookEvery,
      async () => ((await deliverNext(delivery)) === "none" ? "idle" : "more"),
      bell,
    ),
  )
  return {
    async stop() {
      await Promise.all(running.map((sender) => sender.stop()))
    },
  }
}
