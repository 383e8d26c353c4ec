import { and, eq, type SQL, sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import { countUp } from "@/db/queries/rate-limit"
import { accounts } from "@/db/schema/identity"
import { knownDevices } from "@/db/schema/sessions"
import type { Executor, Transaction } from "@/db/types"

/** What the password step must obey just now. */
export type Standing = {
  readonly waitUntil: Date | null
  readonly failuresToday: number
  readonly addressFailures: number
  readonly addressWindowEndsAt: Date | null
  readonly secondFactorFrom: unknown
  /** Whether the Department has bidden anyone to sign in by ThaiID. */
  readonly isThaidDutySet: boolean
}

/** Waits, counts and the settings of sign-in, in one statement. */
export async function findStanding(
  db: Executor,
  at: {
    readonly subject: Buffer
    readonly device: Buffer
    readonly addressKey: Buffer
    readonly now: Date
  },
): Promise<Standing> {
  const { subject, device, addressKey } = at
  const [row] = await standingNow<{
    wait_until: string | null
    failures_today: number | null
    address_failures: number | null
    address_window_ends_at: string | null
    second_factor_from: unknown
    is_thaid_duty_set: boolean
  }>(db, { subject, device, addressKey, now: at.now.toISOString() })
  return {
    waitUntil: row?.wait_until ? new Date(row.wait_until) : null,
    failuresToday: row?.failures_today ?? 0,
    addressFailures: row?.address_failures ?? 0,
    addressWindowEndsAt: row?.address_window_ends_at ? new Date(row.address_window_ends_at) : null,
    secondFactorFrom: row?.second_factor_from ?? undefined,
    isThaidDutySet: row?.is_thaid_duty_set ?? true,
  }
}

const standingNow = prebuilt(
  ["subject", "device", "addressKey", "now"],
  ({ subject, device, addressKey, now }) => sql`
    select (select wait_until from signin_throttles where subject = ${subject} and device = ${device}
        and wait_until > ${now}) as wait_until,
      (select count from rate_limits where scope = 'password-failures-day' and key = ${subject}
        and window_ends_at > ${now}) as failures_today,
      l.count as address_failures, l.window_ends_at as address_window_ends_at,
      (select value from settings where key = 'signin.second-factor-from' order by version desc limit 1) as second_factor_from,
      exists (select 1 from settings where key = 'signin.thaid-duty') as is_thaid_duty_set
    from (select 1) one left join rate_limits l on l.scope = 'password-failures-address' and l.key = ${addressKey}
      and l.window_ends_at > ${now}`,
)

/** What a failed password is counted against. `accountId` is null for a name that is no account: the statement is the same. */
export type Failure = {
  readonly subject: Buffer
  readonly device: Buffer
  readonly addressKey: Buffer
  readonly accountId: string | null
  readonly now: Date
  readonly limits: {
    readonly freeFailures: number
    readonly waits: readonly number[]
    readonly closeAfter: number
    readonly dayWindow: number
    readonly addressWindow: number
    readonly forgetAfter: number
  }
}

/** Counts a failure everywhere it counts, sets the wait it earns, closes the password route at its hundredth, all at once. */
export async function countPasswordFailure(
  tx: Transaction,
  failure: Failure,
): Promise<{ waitUntil: Date | null }> {
  const { subject, device, limits } = failure
  const now = failure.now.toISOString()
  const forgotten = new Date(failure.now.getTime() - limits.forgetAfter * 1000).toISOString()
  const waits = sql.raw(`array[${limits.waits.map(Number).join(",")}]`)
  const wait = (
    failures: SQL,
  ) => sql`case when ${failures} > ${limits.freeFailures} then ${now}::timestamptz +
    (${waits})[least(${failures} - ${limits.freeFailures}, ${limits.waits.length})] * interval '1 second' end`
  const next = sql`case when t.last_failed_at < ${forgotten} then 1 else t.failures + 1 end`
  const count = (scope: string, key: Buffer, windowSeconds: number) =>
    countUp({ scope, key, windowSeconds, now: failure.now })
  const rows = await tx.execute<{ wait_until: string | null }>(sql`
    with throttle as (
      insert into signin_throttles as t (subject, device, failures, last_failed_at, wait_until)
      values (${subject}, ${device}, 1, ${now}, ${wait(sql`1`)})
      on conflict (subject, device) do update set failures = ${next}, last_failed_at = ${now}, wait_until = ${wait(sql`(${next})`)}
      returning wait_until),
    day as (${count("password-failures-day", subject, limits.dayWindow)}),
    address as (${count("password-failures-address", failure.addressKey, limits.addressWindow)}),
    closing as (update accounts set password_closed_at = ${now} from day
      where accounts.id = ${failure.accountId}::uuid and day.count >= ${limits.closeAfter} and password_closed_at is null)
    select throttle.wait_until from throttle`)
  const until = rows[0]?.wait_until
  return { waitUntil: until ? new Date(until) : null }
}

/** Forgets the failures of a subject (its hash under each key of the ring) on every device, and its count of the day. */
export async function deleteFailures(tx: Transaction, subjects: readonly Buffer[]): Promise<void> {
  await tx.execute(sql`
    with throttles as (delete from signin_throttles where subject in ${[...subjects]})
    delete from rate_limits where scope = 'password-failures-day' and key in ${[...subjects]}`)
}

/** A right password under today's hash, in place of the former; a weak former one has to be changed. */
export type Rehash = Readonly<Record<"accountId" | "former" | "hash", string>> & { readonly isWeak: boolean }

/**
 * Forgets the failures of a subject and device after a right password, and keeps it under another hash unless it was
 * changed meanwhile; returns a wait that began meanwhile.
 */
export async function markPasswordRight(
  tx: Transaction,
  at: { readonly subject: Buffer; readonly device: Buffer; readonly now: Date; readonly rehash?: Rehash },
): Promise<{ waitUntil: Date | null }> {
  const { accountId = null, former = null, hash = null, isWeak = false } = at.rehash ?? {}
  const rehash = { accountId, former, hash, isWeak }
  const { subject, device } = at
  const [row] = await passwordRight<{ wait_until: string | null }>(tx, {
    subject,
    device,
    now: at.now.toISOString(),
    ...rehash,
  })
  return { waitUntil: row?.wait_until ? new Date(row.wait_until) : null }
}

const passwordRight = prebuilt(
  ["subject", "device", "now", "accountId", "former", "hash", "isWeak"],
  ({ subject, device, now, accountId, former, hash, isWeak }) => sql`
    with rehash as (update accounts set password_hash = ${hash}, password_must_change = password_must_change or ${isWeak}
      where id = ${accountId}::uuid and password_hash = ${former})
    delete from signin_throttles where subject = ${subject} and device = ${device}
    returning case when wait_until > ${now} then wait_until end as wait_until`,
)

/**
 * Remembers that a browser signed in to an account; tells whether others had done so before, but not this one. A
 * browser known by a former key's hash is from now on known by the active key's, so that the former key can go.
 */
export async function upsertKnownDevice(
  tx: Transaction,
  row: {
    readonly deviceHash: Buffer
    readonly formerHashes: readonly Buffer[]
    readonly accountId: string
    readonly now: Date
  },
): Promise<{ readonly isNew: boolean; readonly hadOthers: boolean }> {
  const before = await tx
    .select({ deviceHash: knownDevices.deviceHash })
    .from(knownDevices)
    .where(eq(knownDevices.accountId, row.accountId))
  const isKnownBy = (hash: Buffer) => before.some((known) => known.deviceHash.equals(hash))
  const former = row.formerHashes.find(isKnownBy)
  if (former && !isKnownBy(row.deviceHash)) {
    await tx
      .update(knownDevices)
      .set({ deviceHash: row.deviceHash })
      .where(and(eq(knownDevices.accountId, row.accountId), eq(knownDevices.deviceHash, former)))
  }
  const isNew = !(former || isKnownBy(row.deviceHash))
  await tx
    .insert(knownDevices)
    .values({
      deviceHash: row.deviceHash,
      accountId: row.accountId,
      firstSignedInAt: row.now,
      lastSignedInAt: row.now,
    })
    .onConflictDoUpdate({
      target: [knownDevices.deviceHash, knownDevices.accountId],
      set: { lastSignedInAt: row.now },
    })
  return { isNew, hadOthers: before.length > 0 }
}

/** Records that an account accepted a version of the duties of use. */
export async function markDutiesAccepted(
  tx: Transaction,
  row: {
    readonly accountId: string
    readonly version: number
    readonly now: Date
  },
): Promise<void> {
  await tx
    .update(accounts)
    .set({ dutiesVersion: row.version, dutiesAcceptedAt: row.now })
    .where(eq(accounts.id, row.accountId))
}
