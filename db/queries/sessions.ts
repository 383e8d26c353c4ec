import { and, desc, eq, gt, isNull, ne, type SQL, sql } from "drizzle-orm"
import { isMembershipInForce, isUnitAdmin, today } from "@/db/queries/access"
import { sessions } from "@/db/schema/sessions"
import type { Executor, Transaction } from "@/db/types"
import type { DepartmentRole, Seat } from "@/lib/kernel/actor"

/** A live session with what every request needs to know of its person. */
export type LiveSession = {
  readonly id: string
  readonly accountId: string
  readonly acr: string
  readonly amr: readonly string[]
  readonly authenticatedAt: Date
  /** How the person last proved who he is, if that was after the sign-in. */
  readonly stepUpAcr: string | null
  readonly steppedUpAt: Date | null
  readonly runUntil: Date | null
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly name: string
  readonly dutiesVersion: number | null
  /** Signed in by a password that has to be changed first; ThaiID and passkeys are not held up by it. */
  readonly mustChangePassword: boolean
  /** Until when the account has no administrative power after a recovery, while that lasts. */
  readonly powersHeldUntil: Date | null
  /** The membership for which the person works just now, where he chose one. */
  readonly chosenMembershipId: string | null
  readonly seats: readonly (Seat & {
    readonly unitCode: string
    readonly unitName: string
    readonly unitNameEn: string | null
  })[]
  readonly roles: readonly DepartmentRole[]
  /** Of whoever has administrative power: from when that wants a strong factor, and whether this session has one. */
  readonly gate: { readonly from: Date; readonly hasCome: boolean; readonly isStrong: boolean } | null
}

/** The same as the row has it, before the gate is asked. */
export type SessionRow = Omit<LiveSession, "gate"> & {
  readonly strongFrom: Date | null
}

/**
 * The live session of a token, with account, seats and roles, in one statement: neither revoked nor over its idle or
 * absolute limit, of an account that is active. After a recovery seats and roles give no power for a while, but to a session
 * in which ThaiID proved the person (`thaid`, its acr). `hashes` holds the token's hash under each key of the ring.
 */
export async function findLiveSession(
  db: Executor,
  hashes: readonly Buffer[],
  { thaid, strongFactorKey }: { readonly thaid: string; readonly strongFactorKey: string },
  now: Date,
): Promise<SessionRow | undefined> {
  const at = now.toISOString()
  const rows = await db.execute<{
    id: string
    account_id: string
    acr: string
    amr: string[]
    authenticated_at: string
    step_up_acr: string | null
    strong_from: string | null
    stepped_up_at: string | null
    run_until: string | null
    last_seen_at: string
    expires_at: string
    name: string
    duties_version: number | null
    password_must_change: boolean
    powers_held_until: string | null
    chosen_membership_id: string | null
    seats: LiveSession["seats"]
    roles: DepartmentRole[]
  }>(sql`
    select s.id, s.account_id, s.acr, s.amr, s.authenticated_at, s.step_up_acr, s.stepped_up_at, s.run_until, s.last_seen_at, s.expires_at,
      p.given_name_th || ' ' || p.family_name_th as name, a.duties_version, s.chosen_membership_id,
      h.until as powers_held_until,
      (select st.value #>> '{}' from settings st where st.key = ${strongFactorKey}
        order by st.version desc limit 1) as strong_from,
      a.password_must_change and 'pwd' = any(s.amr) as password_must_change,
      coalesce((select json_agg(json_build_object('membershipId', m.id, 'unitId', u.id, 'path', u.path,
          'unitCode', u.code, 'unitName', u.name_th, 'unitNameEn', u.name_en,
          'level', case u.kind when 'department' then 'department' when 'provincial_office' then 'province'
            when 'district_office' then 'district' else 'local' end,
          'isAdmin', h.until is null and ${isUnitAdmin}) order by u.path)
        from memberships m join units u on u.id = m.unit_id
        where m.account_id = a.id and ${isMembershipInForce}), '[]') as seats,
      coalesce((select json_agg(dp.role) from department_posts dp
        where dp.account_id = a.id and dp.ended_at is null and h.until is null), '[]') as roles
    from sessions s join accounts a on a.id = s.account_id join persons p on p.id = a.person_id,
      ${today(now)}, lateral (select case when a.powers_held_until > ${at} and ${thaid} not in (s.acr, coalesce(s.step_up_acr, ''))
        then a.powers_held_until end as until) h
    where s.token_hash in ${[...hashes]} and s.revoked_at is null and s.expires_at > ${at}
      and s.last_seen_at + s.idle_seconds * interval '1 second' > ${at} and a.state = 'active'`)
  const row = rows[0]
  return row
    ? {
        id: row.id,
        accountId: row.account_id,
        acr: row.acr,
        amr: row.amr,
        authenticatedAt: new Date(row.authenticated_at),
        stepUpAcr: row.step_up_acr,
        strongFrom: row.strong_from ? new Date(row.strong_from) : null,
        steppedUpAt: row.stepped_up_at ? new Date(row.stepped_up_at) : null,
        runUntil: row.run_until ? new Date(row.run_until) : null,
        lastSeenAt: new Date(row.last_seen_at),
        expiresAt: new Date(row.expires_at),
        name: row.name,
        dutiesVersion: row.duties_version,
        mustChangePassword: row.password_must_change,
        powersHeldUntil: row.powers_held_until ? new Date(row.powers_held_until) : null,
        chosenMembershipId: row.chosen_membership_id,
        seats: row.seats,
        roles: row.roles,
      }
    : undefined
}

/** What somebody has of powers today, whoever asks: for work that he began and that goes on without him. */
export async function findActing(
  db: Executor,
  accountId: string,
  now: Date,
): Promise<{ readonly seats: readonly Seat[]; readonly roles: readonly DepartmentRole[] } | undefined> {
  const at = now.toISOString()
  const [row] = await db.execute<{ seats: Seat[]; roles: DepartmentRole[] }>(sql`
    select coalesce((select json_agg(json_build_object('membershipId', m.id, 'unitId', u.id, 'path', u.path,
          'level', case u.kind when 'department' then 'department' when 'provincial_office' then 'province'
            when 'district_office' then 'district' else 'local' end,
          'isAdmin', h.can and ${isUnitAdmin}) order by u.path)
        from memberships m join units u on u.id = m.unit_id
        where m.account_id = a.id and ${isMembershipInForce}), '[]') as seats,
      coalesce((select json_agg(dp.role) from department_posts dp
        where dp.account_id = a.id and dp.ended_at is null and h.can), '[]') as roles
    from accounts a, ${today(now)},
      lateral (select a.powers_held_until is null or a.powers_held_until <= ${at} as can) h
    where a.id = ${accountId} and a.state = 'active'`)
  return row
}

/** Adds a session row. */
export async function insertSession(tx: Transaction, row: typeof sessions.$inferInsert): Promise<string> {
  const [made] = await tx.insert(sessions).values(row).returning({ id: sessions.id })
  if (!made) throw new Error("insert returned no row")
  return made.id
}

/** Moves the moment a session was last seen forward. */
export async function markSeen(db: Executor, sessionId: string, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
}

/** Keeps in a session for which membership its person works. */
export async function markChosenMembership(
  tx: Transaction,
  at: { readonly sessionId: string; readonly membershipId: string },
): Promise<void> {
  await tx.update(sessions).set({ chosenMembershipId: at.membershipId }).where(eq(sessions.id, at.sessionId))
}

/** Lets a run of decisions go on in a session. */
export async function markRun(db: Executor, sessionId: string, until: Date): Promise<void> {
  await db.update(sessions).set({ runUntil: until }).where(eq(sessions.id, sessionId))
}

/** Records a step-up of a live session, which is known by a new token from now on. */
export async function markSteppedUp(
  tx: Transaction,
  sessionId: string,
  step: { readonly tokenHash: Buffer; readonly acr: string; readonly now: Date },
): Promise<boolean> {
  const { tokenHash, acr, now } = step
  const moved = await tx
    .update(sessions)
    .set({ tokenHash, stepUpAcr: acr, steppedUpAt: now, lastSeenAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id })
  return moved.length > 0
}

type Ending = NonNullable<typeof sessions.$inferInsert.revokedReason>

/** Ends one live session of an account; true when there was one to end. */
export async function markRevoked(
  tx: Transaction,
  which: { readonly accountId: string; readonly sessionId: string },
  now: Date,
  reason: Ending,
): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now, revokedReason: reason })
    .where(
      and(
        eq(sessions.id, which.sessionId),
        eq(sessions.accountId, which.accountId),
        isNull(sessions.revokedAt),
      ),
    )
    .returning({ id: sessions.id })
  return ended.length > 0
}

/** Ends every live session of an account but one (or all of them); returns how many. */
export async function markAllRevoked(
  tx: Transaction,
  which: { readonly accountId: string; readonly except?: string },
  now: Date,
  reason: Ending,
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now, revokedReason: reason })
    .where(
      and(
        eq(sessions.accountId, which.accountId),
        isNull(sessions.revokedAt),
        which.except ? ne(sessions.id, which.except) : undefined,
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

/** Whose sessions: those of every unit's SSO Admins, of the Department's own people, or everyone's. */
export type Bidden = "admins" | "department" | "everyone"

const isBidden: Record<Bidden, SQL> = {
  admins: sql`exists (select 1 from memberships m where m.account_id = s.account_id
    and ${isMembershipInForce} and ${isUnitAdmin})`,
  department: sql`exists (select 1 from department_posts dp where dp.account_id = s.account_id
    and dp.ended_at is null)`,
  everyone: sql`true`,
}

/** Lets no live session of these people last beyond an instant, but those of one way to sign in; returns how many. */
export async function markEndsBy(
  tx: Transaction,
  at: { readonly group: Bidden; readonly exceptAcr: string; readonly until: Date; readonly now: Date },
): Promise<number> {
  const [now, until] = [at.now.toISOString(), at.until.toISOString()]
  const ended = await tx.execute(sql`
    update sessions s set expires_at = greatest(${until}::timestamptz, ${now}::timestamptz) from ${today(at.now)}
    where s.revoked_at is null and s.expires_at > greatest(${until}::timestamptz, ${now}::timestamptz)
      and s.acr <> ${at.exceptAcr} and ${isBidden[at.group]} returning s.id`)
  return ended.length
}

/** The live sessions of an account, the one seen last first. */
export async function listLiveSessions(db: Executor, accountId: string, now: Date) {
  return db
    .select({
      id: sessions.id,
      acr: sessions.acr,
      authenticatedAt: sessions.authenticatedAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      sharedComputer: sessions.sharedComputer,
      address: sessions.address,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        sql`${sessions.lastSeenAt} + ${sessions.idleSeconds} * interval '1 second' > ${now.toISOString()}`,
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
}
