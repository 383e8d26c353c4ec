import { randomUUID } from "node:crypto"
import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import { hasFactor } from "@/db/queries/factor-predicates"
import { accounts } from "@/db/schema/identity"
import { loginFlows } from "@/db/schema/signin"
import type { Executor, Transaction } from "@/db/types"

/** Adds a flow between password and code. */
export async function insertLoginFlow(
  tx: Transaction,
  row: Omit<typeof loginFlows.$inferInsert, "closedAt" | "closedReason">,
): Promise<void> {
  const { id = randomUUID(), sessionId = null, returnTo = null, createdAt, expiresAt, ...rest } = row
  const times = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }
  await loginFlow(tx, { ...rest, ...times, id, sessionId, returnTo })
}

const loginFlow = prebuilt(
  [
    "id",
    "tokenHash",
    "accountId",
    "sessionId",
    "returnTo",
    "sharedComputer",
    "guessesLeft",
    "createdAt",
    "expiresAt",
  ],
  (given) => sql`insert into login_flows (id, token_hash, account_id, session_id, return_to, shared_computer,
      guesses_left, created_at, expires_at)
    values (${given.id}, ${given.tokenHash}, ${given.accountId}, ${given.sessionId}, ${given.returnTo},
      ${given.sharedComputer}, ${given.guessesLeft}, ${given.createdAt}, ${given.expiresAt})`,
)

const flowColumns = {
  id: loginFlows.id,
  accountId: loginFlows.accountId,
  returnTo: loginFlows.returnTo,
  sharedComputer: loginFlows.sharedComputer,
  guessesLeft: loginFlows.guessesLeft,
  expiresAt: loginFlows.expiresAt,
  closedAt: loginFlows.closedAt,
  closedReason: loginFlows.closedReason,
  email: accounts.email,
  emailVerifiedAt: accounts.emailVerifiedAt,
  accountState: accounts.state,
  hasFactor: hasFactor(sql`accounts.id`),
}

/** A flow with the account it is for. */
export type LoginFlow = NonNullable<Awaited<ReturnType<typeof findLoginFlow>>>

/** The flow of a token, whose hash is given under each key of the ring, for a screen. */
export async function findLoginFlow(db: Executor, hashes: readonly Buffer[]) {
  const [row] = await db
    .select(flowColumns)
    .from(loginFlows)
    .innerJoin(accounts, eq(accounts.id, loginFlows.accountId))
    .where(inArray(loginFlows.tokenHash, [...hashes]))
  return row
}

/** The flow of a token, held so that two guesses at once are counted one after the other. */
export async function lockLoginFlow(
  tx: Transaction,
  hashes: readonly Buffer[],
): Promise<LoginFlow | undefined> {
  const [row] = await tx
    .select(flowColumns)
    .from(loginFlows)
    .innerJoin(accounts, eq(accounts.id, loginFlows.accountId))
    .where(inArray(loginFlows.tokenHash, [...hashes]))
    .for("update", { of: loginFlows })
  return row
}

/** The step-up under way in a session, for a screen. */
export async function findStepUpFlow(db: Executor, sessionId: string): Promise<LoginFlow | undefined> {
  const [row] = await stepUpFlow(db, sessionId)
  return row
}

/** The same, held. */
export async function lockStepUpFlow(tx: Transaction, sessionId: string): Promise<LoginFlow | undefined> {
  const [row] = await stepUpFlow(tx, sessionId).for("update", { of: loginFlows })
  return row
}

const stepUpFlow = (db: Executor, sessionId: string) =>
  db
    .select(flowColumns)
    .from(loginFlows)
    .innerJoin(accounts, eq(accounts.id, loginFlows.accountId))
    .where(and(eq(loginFlows.sessionId, sessionId), isNull(loginFlows.closedAt)))

/** Takes one guess off a flow. */
export async function markGuessed(tx: Transaction, flowId: string): Promise<void> {
  await tx
    .update(loginFlows)
    .set({ guessesLeft: sql`${loginFlows.guessesLeft} - 1` })
    .where(eq(loginFlows.id, flowId))
}

type WhichFlow = { readonly id: string } | { readonly accountId: string } | { readonly sessionId: string }

function isFlow(which: WhichFlow): SQL {
  if ("id" in which) return eq(loginFlows.id, which.id)
  return "accountId" in which
    ? eq(loginFlows.accountId, which.accountId)
    : eq(loginFlows.sessionId, which.sessionId)
}

/** Closes a flow for good, or every open one of an account, or the step-up of a session. */
export async function markFlowClosed(
  tx: Transaction,
  which: WhichFlow,
  reason: NonNullable<typeof loginFlows.$inferInsert.closedReason>,
  now: Date,
): Promise<void> {
  await tx
    .update(loginFlows)
    .set({ closedAt: now, closedReason: reason })
    .where(and(isFlow(which), isNull(loginFlows.closedAt)))
}
