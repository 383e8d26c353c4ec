import { and, eq, isNull, sql } from "drizzle-orm"
import { emailChanges } from "@/db/schema/email"
import { accounts } from "@/db/schema/identity"
import type { Executor, Transaction } from "@/db/types"

/** What is known of an account's e-mail address. */
export type AccountEmail = {
  readonly email: string | null
  readonly verifiedAt: Date | null
  readonly locale: "th" | "en"
  readonly name: string
}

const emailOf = (db: Executor, accountId: string) =>
  db
    .select({
      email: accounts.email,
      verifiedAt: accounts.emailVerifiedAt,
      locale: accounts.locale,
      name: sql<string>`(select concat(p.title_th, p.given_name_th, ' ', p.family_name_th) from persons p
        where p.id = ${accounts.personId})`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))

/** The e-mail address of an account. */
export async function findAccountEmail(db: Executor, accountId: string): Promise<AccountEmail | undefined> {
  const [row] = await emailOf(db, accountId)
  return row
}

/** The same, held: changes of one account's address come one after the other. */
export async function lockAccountEmail(
  tx: Transaction,
  accountId: string,
): Promise<AccountEmail | undefined> {
  const [row] = await emailOf(tx, accountId).for("update", { of: accounts })
  return row
}

/** A change that is open in a session. */
export type EmailChange = typeof emailChanges.$inferSelect

/** The change that is open in a session, if any. */
export async function findOpenChange(db: Executor, sessionId: string): Promise<EmailChange | undefined> {
  const [row] = await db
    .select()
    .from(emailChanges)
    .where(and(eq(emailChanges.sessionId, sessionId), isNull(emailChanges.closedAt)))
  return row
}

/** Adds a change. */
export async function insertChange(tx: Transaction, row: typeof emailChanges.$inferInsert): Promise<void> {
  await tx.insert(emailChanges).values(row)
}

/** Gives a change new codes in place of those before. */
export async function markCodesSent(
  tx: Transaction,
  id: string,
  codes: Pick<EmailChange, "codeHash" | "formerCodeHash" | "mailId" | "sentAt" | "expiresAt">,
): Promise<void> {
  await tx.update(emailChanges).set(codes).where(eq(emailChanges.id, id))
}

/** Takes one guess off a change. */
export async function markChangeGuessed(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(emailChanges)
    .set({ guessesLeft: sql`${emailChanges.guessesLeft} - 1` })
    .where(eq(emailChanges.id, id))
}

type Closing = { readonly reason: NonNullable<EmailChange["closedReason"]>; readonly now: Date }

/** Closes every open change of an account, in whichever session; returns how many. */
export async function markChangesClosed(
  tx: Transaction,
  accountId: string,
  { reason, now }: Closing,
): Promise<number> {
  const closed = await tx
    .update(emailChanges)
    .set({ closedAt: now, closedReason: reason })
    .where(and(eq(emailChanges.accountId, accountId), isNull(emailChanges.closedAt)))
    .returning({ id: emailChanges.id })
  return closed.length
}

/** Gives an account a confirmed address. */
export async function markEmailConfirmed(
  tx: Transaction,
  accountId: string,
  email: string,
  now: Date,
): Promise<void> {
  await tx.update(accounts).set({ email, emailVerifiedAt: now }).where(eq(accounts.id, accountId))
}

/** An SSO Admin who can be written to. */
export type AdminToTell = { readonly email: string; readonly locale: "th" | "en" }

/**
 * The SSO Admins in force today of each unit where an account has a membership, or of the nearest office above where
 * the unit has none; those with a confirmed address, the account itself left out.
 */
export async function listAdminsToTell(db: Executor, accountId: string, now: Date): Promise<AdminToTell[]> {
  const rows = await db.execute<AdminToTell>(sql`
    with today as (select (${now.toISOString()}::timestamptz at time zone 'Asia/Bangkok')::date as day),
    inside as (select m.id, m.account_id, u.id as unit_id, u.path
      from memberships m join units u on u.id = m.unit_id, today
      where m.state = 'active' and m.valid_from <= day and (m.valid_until is null or m.valid_until >= day)),
    admins as (select mine.unit_id, a.email, a.locale, length(above.path) as depth
      from inside mine join inside above on starts_with(mine.path, above.path) and above.account_id <> mine.account_id
        join accounts a on a.id = above.account_id, today
      where mine.account_id = ${accountId} and a.state = 'active' and a.email_verified_at is not null
        and exists (select 1 from admin_appointments ap where ap.membership_id = above.id and ap.ended_at is null
          and ap.valid_from <= day and (ap.valid_until is null or ap.valid_until >= day)))
    select distinct email, locale from admins
    where depth = (select max(depth) from admins nearer where nearer.unit_id = admins.unit_id)
    order by email`)
  return [...rows]
}
