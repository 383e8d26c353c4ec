import { sendTaken, settleTaken, takeDue } from "@/lib/mail/deliver"
import type { Delivery } from "@/lib/mail/delivery"

/** Takes the next due mail, sends it and settles it, as the jobs do with many; says how that ended. */
export async function deliverNext(delivery: Delivery): Promise<"sent" | "failed" | "refused" | "none"> {
  const [mail] = await takeDue(delivery, 1)
  if (!mail) return "none"
  const ended = await sendTaken(delivery, mail)
  if (typeof ended === "string") return ended
  await settleTaken(delivery, [ended])
  return "sent"
}
