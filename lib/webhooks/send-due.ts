import "server-only"
import {
  findNextCall,
  type LeasedWebhook,
  leaseWebhook,
  listSigningSecrets,
  settleDelivered,
  settleIdle,
  settleUndelivered,
} from "@/db/queries/webhook-calls"
import type { Database } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { log } from "@/lib/log"
import { nameSubjects } from "@/lib/machine/name-subjects"
import { changeOut } from "@/lib/machine/read-feed"
import { callOut } from "@/lib/outbound/call-out"
import { webhookSecretPlace } from "./places"
import { isTaken, pauseAfter, webhookLimits } from "./rules"
import { signatureHeaders } from "./sign-call"

/** What sending needs. */
export type Sender = {
  readonly db: Database
  readonly clock: () => Date
  /** The way out; A test's own where it may reach what the portal may not. */
  readonly call?: typeof callOut
  readonly isStopping?: () => boolean
}

type NextCall = NonNullable<Awaited<ReturnType<typeof findNextCall>>>

/**
 * Step: takes one system that has something to hear, and calls it with one entry after the other, in the order of the
 * feed, until it has heard a good many or one call fails. A sender that dies lets go of the system when its lease runs
 * out; what it may have sent is sent again under the same id.
 */
export async function sendDue(sender: Sender): Promise<"more" | "idle"> {
  const { db, clock } = sender
  const until = () => new Date(clock().getTime() + webhookLimits.lease * 1000)
  let webhook = await leaseWebhook(db, clock(), until())
  if (!webhook) return "idle"
  const nameOf = await nameSubjects(db, webhook.sector)
  for (let nth = 0; nth < webhookLimits.inARow && !sender.isStopping?.(); nth++) {
    const next = await findNextCall(db, webhook.systemCode)
    if (!next) break
    const answer = await told(sender, webhook, next, nameOf)
    const settled = { webhook, position: next.position, answer, now: clock() }
    if (!isTaken(Number(answer))) {
      await fail(db, settled, next)
      return "more"
    }
    const held = await settleDelivered(db, { ...settled, leasedUntil: until() })
    // another has taken over: it goes on from here
    if (!held) return "more"
    webhook = held
  }
  await settleIdle(db, webhook, clock())
  return "more"
}

/** One call; the status that came back, or a code for why none did. */
async function told(
  { db, clock, call = callOut }: Sender,
  webhook: LeasedWebhook,
  next: NextCall,
  nameOf: (accountId: string) => string,
): Promise<string> {
  const entry = changeOut(next, nameOf)
  const body = JSON.stringify({ type: entry.type, timestamp: entry.at, data: entry })
  const sealed = await listSigningSecrets(db, webhook.systemCode)
  const secrets = sealed.map(({ id, secretSealed }) => open(keyRing(), webhookSecretPlace(id), secretSealed))
  const timestamp = Math.floor(clock().getTime() / 1000)
  const headers = {
    "content-type": "application/json",
    ...signatureHeaders(secrets, { id: `change_${entry.id}`, timestamp, body }),
  }
  const answer = await call({ url: webhook.url, method: "POST", headers, body })
  return answer.ok ? String(answer.status) : answer.fault
}

type Failed = {
  readonly webhook: LeasedWebhook
  readonly position: number
  readonly answer: string
  readonly now: Date
}

/** Waits longer each time; stops after three days, or at once where the system says that nobody is there any more. */
async function fail(db: Database, failed: Failed, { attempts }: NextCall): Promise<void> {
  const { webhook, now, answer } = failed
  const failingFor = webhook.failingSince ? (now.getTime() - webhook.failingSince.getTime()) / 1000 : 0
  const isOver = failingFor >= webhookLimits.givesUpAfter
  const pause = answer === "410" ? "gone" : isOver ? "failing" : null
  const nextAttemptAt = new Date(now.getTime() + pauseAfter(attempts + 1) * 1000)
  await settleUndelivered(db, { ...failed, nextAttemptAt, pause })
  const facts = { system: webhook.systemCode, answer, attempts: attempts + 1 }
  if (pause) log.error(facts, "webhooks: paused")
  else log.warn(facts, "webhooks: a call failed")
}
