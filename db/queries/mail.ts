import { and, eq, gt, isNull, like, lte, or, sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import { outboxMails } from "@/db/schema/mail"
import type { Executor, Transaction } from "@/db/types"

/** A mail waiting in the outbox, as the caller of the step writes it. */
export type NewMail = Omit<LeasedMail, "attempts" | "leasedUntil"> & {
  readonly nextAttemptAt: Date
  readonly dropAfter: Date
}

/** A mail in the hands of one sender until `leasedUntil`. */
export type LeasedMail = {
  readonly id: string
  readonly template: string
  readonly locale: "th" | "en"
  readonly recipient: string
  readonly propsSealed: Buffer | null
  readonly createdAt: Date
  readonly attempts: number
  readonly leasedUntil: Date
}

/** How the error of a mail begins when the fault lay in the way out and not in the mail. */
export const downMark = "down: "

const unsettled = and(isNull(outboxMails.sentAt), isNull(outboxMails.droppedAt))

/** Puts a mail into the outbox and calls out on a channel; both happen at the commit of the caller's transaction. */
export async function insertMail(tx: Transaction, mail: NewMail, channel: string): Promise<void> {
  const { createdAt, nextAttemptAt, dropAfter, ...rest } = mail
  await outboxMail(tx, {
    ...rest,
    createdAt: createdAt.toISOString(),
    nextAttemptAt: nextAttemptAt.toISOString(),
    dropAfter: dropAfter.toISOString(),
    channel,
  })
}

const outboxMail = prebuilt(
  [
    "id",
    "template",
    "locale",
    "recipient",
    "propsSealed",
    "createdAt",
    "nextAttemptAt",
    "dropAfter",
    "channel",
  ],
  (given) => sql`insert into outbox_mails
      (id, template, locale, recipient, props_sealed, created_at, next_attempt_at, drop_after)
    values (${given.id}, ${given.template}, ${given.locale}, ${given.recipient}, ${given.propsSealed},
      ${given.createdAt}, ${given.nextAttemptAt}, ${given.dropAfter})
    returning pg_notify(${given.channel}, '')`,
)

/** What became of a mail so far, or nothing when there is no such mail. */
export async function findMailState(db: Executor, id: string) {
  const [row] = await db
    .select({
      createdAt: outboxMails.createdAt,
      attempts: outboxMails.attempts,
      lastError: outboxMails.lastError,
      sentAt: outboxMails.sentAt,
      droppedAt: outboxMails.droppedAt,
    })
    .from(outboxMails)
    .where(eq(outboxMails.id, id))
  return row
}

/** The waiting mail and since when the oldest of it is due; mail in a sender's hands counts until it is settled. */
export async function findQueueState(db: Executor, now: Date) {
  const [row] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      oldestDueAt: sql<Date | null>`min(${outboxMails.createdAt})`.mapWith(outboxMails.createdAt),
    })
    .from(outboxMails)
    .where(and(unsettled, lte(outboxMails.createdAt, now)))
  return { waiting: row?.waiting ?? 0, oldestDueAt: row?.oldestDueAt ?? null }
}

/**
 * Takes due mail, the longest due first. Rows in another's transaction are skipped, and a lease that has run out is
 * free again: its sender died.
 */
export async function leaseMails(
  db: Executor,
  now: Date,
  leasedUntil: Date,
  atMost: number,
): Promise<LeasedMail[]> {
  const free = or(isNull(outboxMails.leasedUntil), lte(outboxMails.leasedUntil, now))
  const next = db
    .select({ id: outboxMails.id })
    .from(outboxMails)
    .where(and(unsettled, lte(outboxMails.nextAttemptAt, now), free))
    .orderBy(outboxMails.nextAttemptAt)
    .limit(atMost)
    .for("update", { skipLocked: true })
  const rows = await db
    .update(outboxMails)
    .set({ leasedUntil, attempts: sql`${outboxMails.attempts} + 1` })
    // As an array the rows are chosen once; `in` would leave the planner free to choose again and lock more.
    .where(sql`${outboxMails.id} = any(array(${next}))`)
    .returning({
      id: outboxMails.id,
      template: outboxMails.template,
      locale: outboxMails.locale,
      recipient: outboxMails.recipient,
      propsSealed: outboxMails.propsSealed,
      createdAt: outboxMails.createdAt,
      attempts: outboxMails.attempts,
    })
  return rows.map((row) => ({ ...row, leasedUntil }))
}

/** Only the holder of the lease may say what became of a mail; a sender that came too late changes nothing. */
const held = (mail: Pick<LeasedMail, "id" | "leasedUntil">) =>
  and(eq(outboxMails.id, mail.id), eq(outboxMails.leasedUntil, mail.leasedUntil), unsettled)

/** Holds a mail for longer. Returns it with its new lease, or nothing when the lease was lost. */
export async function leaseLonger(
  db: Executor,
  mail: LeasedMail,
  leasedUntil: Date,
): Promise<LeasedMail | undefined> {
  const rows = await db
    .update(outboxMails)
    .set({ leasedUntil })
    .where(held(mail))
    .returning({ id: outboxMails.id })
  return rows.length > 0 ? { ...mail, leasedUntil } : undefined
}

/** Mail that waits only because the way out was closed. */
const heldUp = (now: Date) =>
  and(unsettled, gt(outboxMails.nextAttemptAt, now), like(outboxMails.lastError, `${downMark}%`))

/**
 * Records that mails went out, and wipes what they said. Tells whose lease still held, and whether other mail is held up
 * because the way out was closed.
 */
export async function settleSent(
  db: Executor,
  mails: readonly LeasedMail[],
  now: Date,
): Promise<{ readonly held: readonly string[]; readonly othersHeldUp: boolean }> {
  // One parameter for all, so that the statement's text is the same however many there are.
  const leases = JSON.stringify(mails.map(({ id, leasedUntil }) => ({ id, until: leasedUntil })))
  const rows = await db
    .update(outboxMails)
    .set({ sentAt: now, propsSealed: null, leasedUntil: null, lastError: null })
    .from(sql`jsonb_to_recordset(${leases}::jsonb) as lease(id uuid, until timestamptz)`)
    .where(and(sql`${outboxMails.id} = lease.id and ${outboxMails.leasedUntil} = lease.until`, unsettled))
    .returning({
      id: outboxMails.id,
      othersHeldUp: sql<boolean>`exists (${db.select({ one: sql`1` }).from(outboxMails).where(heldUp(now))})`,
    })
  return { held: rows.map(({ id }) => id), othersHeldUp: rows.some(({ othersHeldUp }) => othersHeldUp) }
}

/** Puts a mail back until `nextAttemptAt`. `error` is a code, never text from outside. */
export async function settleFailed(
  db: Executor,
  mail: LeasedMail,
  failure: { readonly error: string; readonly nextAttemptAt: Date },
): Promise<void> {
  await db
    .update(outboxMails)
    .set({ lastError: failure.error, nextAttemptAt: failure.nextAttemptAt, leasedUntil: null })
    .where(held(mail))
}

/** Makes mail due at once that waits only because the way out was closed. */
export async function touchHeldUpMails(db: Executor, now: Date): Promise<void> {
  await db.update(outboxMails).set({ nextAttemptAt: now }).where(heldUp(now))
}

/** Gives up a mail for good (refused for ever, or unreadable) and wipes what it said. */
export async function settleRefused(db: Executor, mail: LeasedMail, error: string, now: Date): Promise<void> {
  await db
    .update(outboxMails)
    .set({ lastError: error, droppedAt: now, propsSealed: null, leasedUntil: null })
    .where(held(mail))
}

/** Drops and wipes mail whose time is over, unless a sender has it in hand. Returns how many. */
export async function settleOverdue(db: Executor, now: Date): Promise<number> {
  const rows = await db
    .update(outboxMails)
    .set({ droppedAt: now, propsSealed: null, leasedUntil: null })
    .where(
      and(
        unsettled,
        lte(outboxMails.dropAfter, now),
        or(isNull(outboxMails.leasedUntil), lte(outboxMails.leasedUntil, now)),
      ),
    )
    .returning({ id: outboxMails.id })
  return rows.length
}

/** Deletes the records of mail settled before an instant. Returns how many. */
export async function purgeSettledMails(db: Executor, before: Date): Promise<number> {
  const rows = await db
    .delete(outboxMails)
    .where(or(lte(outboxMails.sentAt, before), lte(outboxMails.droppedAt, before)))
    .returning({ id: outboxMails.id })
  return rows.length
}
