import "server-only"
import type { Database } from "@/db/types"
import { queueCalls } from "@/lib/webhooks/queue-calls"
import { sendDue } from "@/lib/webhooks/send-due"
import { type Running, repeat } from "./repeat"

const lookEvery = 2_000
/** Systems called at once: a slow one does not hold up the others. */
const lanes = 3

/** Tells connected systems what happened to their rights, each system in the order in which it happened. */
export function sendWebhooks(db: Database, clock: () => Date): Running {
  let isStopping = false
  const sender = { db, clock, isStopping: () => isStopping }
  const queueing = repeat("queue-webhooks", lookEvery, async () => {
    await queueCalls(db)
    return "idle"
  })
  const sending = Array.from({ length: lanes }, () =>
    repeat("send-webhooks", lookEvery, async () => await sendDue(sender)),
  )
  return {
    async stop() {
      isStopping = true
      await Promise.all([queueing, ...sending].map((job) => job.stop()))
    },
  }
}
