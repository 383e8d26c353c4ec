import { and, desc, eq, gt, isNull, sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import { otpCodes } from "@/db/schema/otp"
import type { Executor, Transaction } from "@/db/types"

/**
 * Adds a mailed code, and ends the life of older ones of its flow so that no more than `live` of them live. One
 * statement, which does not see its own new row.
 */
export async function insertOtpCode(
  tx: Transaction,
  row: Pick<typeof otpCodes.$inferInsert, "flowId" | "codeHash" | "mailId" | "sentAt" | "expiresAt">,
  live: number,
): Promise<void> {
  const { sentAt, expiresAt, ...rest } = row
  const times = { sentAt: sentAt.toISOString(), expiresAt: expiresAt.toISOString() }
  await otpCode(tx, { ...rest, ...times, older: live - 1 })
}

const otpCode = prebuilt(
  ["flowId", "codeHash", "mailId", "sentAt", "expiresAt", "older"],
  (given) => sql`
    with older as (update otp_codes set expires_at = ${given.sentAt}::timestamptz
      where expires_at > ${given.sentAt}::timestamptz and id in (
        select id from otp_codes where flow_id = ${given.flowId}::uuid order by sent_at desc offset ${given.older}::int))
    insert into otp_codes (flow_id, code_hash, mail_id, sent_at, expires_at)
    values (${given.flowId}::uuid, ${given.codeHash}, ${given.mailId}, ${given.sentAt}::timestamptz, ${given.expiresAt})`,
)

/** Uses a code up, if it is live: one statement, so that of two at once exactly one succeeds. */
export async function markCodeUsed(
  tx: Transaction,
  flowId: string,
  codeHashes: readonly Buffer[],
  now: Date,
): Promise<boolean> {
  const used = await tx
    .update(otpCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(otpCodes.flowId, flowId),
        isNull(otpCodes.usedAt),
        gt(otpCodes.expiresAt, now),
        sql`${otpCodes.codeHash} in ${[...codeHashes]}`,
      ),
    )
    .returning({ id: otpCodes.id })
  return used.length > 0
}

/** Whether a code was one of this flow's, whatever became of it: tells "expired" from "wrong". */
export async function findCode(
  tx: Executor,
  flowId: string,
  codeHashes: readonly Buffer[],
): Promise<boolean> {
  const rows = await tx
    .select({ id: otpCodes.id })
    .from(otpCodes)
    .where(and(eq(otpCodes.flowId, flowId), sql`${otpCodes.codeHash} in ${[...codeHashes]}`))
  return rows.length > 0
}

/** The code of a flow that was mailed last. */
export async function findNewestCode(db: Executor, flowId: string) {
  const [row] = await db
    .select({
      sentAt: otpCodes.sentAt,
      expiresAt: otpCodes.expiresAt,
      mailId: otpCodes.mailId,
    })
    .from(otpCodes)
    .where(eq(otpCodes.flowId, flowId))
    .orderBy(desc(otpCodes.sentAt))
    .limit(1)
  return row
}
