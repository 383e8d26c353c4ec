import { and, eq, inArray, isNull, sql } from "drizzle-orm"
import { advisoryLocks } from "@/db/queries/advisory-locks"
import { accounts } from "@/db/schema/identity"
import { invitations } from "@/db/schema/invitations"
import type { Executor, Transaction } from "@/db/types"

/** An invitation, as it stands. */
export type Invitation = typeof invitations.$inferSelect

/** Adds an invitation. */
export async function insertInvitation(tx: Transaction, row: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(row)
}

/** Ends the open invitation of an account; false where there is none. */
export async function markInvitationEnded(
  tx: Transaction,
  accountId: string,
  reason: NonNullable<Invitation["endedReason"]>,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(invitations)
    .set({ endedAt: now, endedReason: reason, codeHash: null, browserHash: null })
    .where(and(eq(invitations.accountId, accountId), isNull(invitations.endedAt)))
    .returning({ id: invitations.id })
  return ended.length > 0
}

/** An invitation with the account that it leads into. */
export type InvitationWithAccount = Invitation & {
  readonly account: {
    readonly state: "invited" | "active" | "locked" | "suspended" | "closed"
    readonly locale: "th" | "en"
  }
}

/** How an invitation is found: by the token of its link, or by that of the browser that opened it; hashes under each key. */
export type InvitationKey =
  | { readonly tokenHashes: readonly Buffer[] }
  | { readonly browserHashes: readonly Buffer[] }

const isMeant = (key: InvitationKey) =>
  "tokenHashes" in key
    ? inArray(invitations.tokenHash, [...key.tokenHashes])
    : inArray(invitations.browserHash, [...key.browserHashes])

/** An invitation, for a look. */
export async function findInvitation(
  db: Executor,
  key: InvitationKey,
): Promise<InvitationWithAccount | undefined> {
  const [row] = await withAccount(db).where(isMeant(key))
  return row && { ...row.invitation, account: row.account }
}

/** The same, held with its account: of two who accept at once one is first. */
export async function lockInvitation(
  tx: Transaction,
  key: InvitationKey,
): Promise<InvitationWithAccount | undefined> {
  const [row] = await withAccount(tx).where(isMeant(key)).for("update")
  return row && { ...row.invitation, account: row.account }
}

const withAccount = (db: Executor) =>
  db
    .select({ invitation: invitations, account: { state: accounts.state, locale: accounts.locale } })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.accountId))

/** Writes how far an invitation has come. */
export async function markInvitation(
  tx: Transaction,
  id: string,
  to: Partial<
    Pick<Invitation, "openedAt" | "browserHash" | "codeHash" | "codeExpiresAt" | "guessesLeft" | "provedAt">
  >,
): Promise<void> {
  await tx.update(invitations).set(to).where(eq(invitations.id, id))
}

/** Takes one guess off an invitation. */
export async function markInvitationGuessed(tx: Transaction, id: string): Promise<void> {
  const guessesLeft = sql`${invitations.guessesLeft} - 1`
  await tx.update(invitations).set({ guessesLeft }).where(eq(invitations.id, id))
}

/** Whether an account is that of the person with this number (its hash under each key of the ring). */
export async function isAccountOf(
  db: Executor,
  accountId: string,
  nationalIdHashes: readonly Buffer[],
): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from accounts a join persons p on p.id = a.person_id
    where a.id = ${accountId} and p.national_id_hash in ${[...nationalIdHashes]}`)
  return rows.length > 0
}

/** How a person comes into his new account from now on. */
export type Entrance =
  | { readonly method: "thaid" }
  | {
      readonly method: "password"
      readonly username: string | null
      readonly usernameKey: string | null
      readonly passwordHash: string
    }

/** Takes an invited account into use, its address confirmed. False when the user name is another's. */
export async function markAccountAccepted(
  tx: Transaction,
  { accountId, email }: Pick<Invitation, "accountId" | "email">,
  by: Entrance,
  now: Date,
): Promise<boolean> {
  const entrance =
    by.method === "thaid"
      ? { signInMethod: by.method }
      : {
          ...(by.username && { username: by.username, usernameKey: by.usernameKey }),
          passwordHash: by.passwordHash,
          passwordSetAt: now,
        }
  const isFree =
    by.method === "password" && by.usernameKey !== null
      ? sql`not exists (select 1 from accounts o where o.username_key = ${by.usernameKey} and o.id <> ${accountId})`
      : undefined
  const taken = await tx
    .update(accounts)
    .set({ ...entrance, state: "active", stateChangedAt: now, email, emailVerifiedAt: now })
    .where(and(eq(accounts.id, accountId), eq(accounts.state, "invited"), isFree))
    .returning({ id: accounts.id })
  return taken.length > 0
}

/** Serialises those who choose the same user name at the same moment. */
export async function holdUsername(tx: Transaction, usernameKey: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.usernames}, hashtext(${usernameKey}))`)
}
