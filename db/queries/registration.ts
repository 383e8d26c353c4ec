import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { cameTyped } from "@/db/queries/dispute-predicates"
import { registrationCodes, registrations } from "@/db/schema/registration"
import type { unitKinds } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"
import { unitIdOf } from "./unit-predicates"

/** A request, as it stands. */
export type Registration = typeof registrations.$inferSelect

/** How a request is found: by its browser's token (hashed under each key of the ring), its id, or its number. */
export type RegistrationKey =
  | { readonly tokenHashes: readonly Buffer[] }
  | { readonly id: string }
  | { readonly number: string }

function isMeant(key: RegistrationKey): SQL {
  if ("id" in key) return eq(registrations.id, key.id)
  if ("number" in key) return eq(registrations.number, key.number)
  return inArray(registrations.tokenHash, [...key.tokenHashes])
}

/** Adds a request. */
export async function insertRegistration(
  tx: Transaction,
  row: typeof registrations.$inferInsert,
): Promise<void> {
  await tx.insert(registrations).values(row)
}

/** A request for a look. */
export async function findRegistration(
  db: Executor,
  key: RegistrationKey,
): Promise<Registration | undefined> {
  const [row] = await db.select().from(registrations).where(isMeant(key))
  return row
}

/** The same, held: of two saves one comes first. A case is locked before its request. */
export async function lockRegistration(
  tx: Transaction,
  key: RegistrationKey,
): Promise<Registration | undefined> {
  const [row] = await tx.select().from(registrations).where(isMeant(key)).for("update")
  return row
}

/** Changes a request; every change moves its version, so that a second tab notices. */
export async function markRegistration(
  tx: Transaction,
  id: string,
  change: Partial<typeof registrations.$inferInsert>,
): Promise<void> {
  await tx
    .update(registrations)
    .set({ ...change, version: sql`${registrations.version} + 1` })
    .where(eq(registrations.id, id))
}

/** A mailed code, as it stands. */
export type RegistrationCode = typeof registrationCodes.$inferSelect

/** Adds a code in the place of those that are still open. */
export async function insertRegistrationCode(
  tx: Transaction,
  row: typeof registrationCodes.$inferInsert,
): Promise<void> {
  await markCodesClosed(tx, row.registrationId, row.sentAt)
  await tx.insert(registrationCodes).values(row)
}

/** The open code of a request, held while it is guessed. */
export async function lockOpenCode(
  tx: Transaction,
  registrationId: string,
): Promise<RegistrationCode | undefined> {
  const [row] = await tx
    .select()
    .from(registrationCodes)
    .where(and(eq(registrationCodes.registrationId, registrationId), isNull(registrationCodes.closedAt)))
    .orderBy(desc(registrationCodes.sentAt))
    .limit(1)
    .for("update")
  return row
}

/** The same for a look. */
export async function findOpenCode(
  db: Executor,
  registrationId: string,
): Promise<Pick<RegistrationCode, "purpose" | "email" | "sentAt" | "expiresAt"> | undefined> {
  const [row] = await db
    .select({
      purpose: registrationCodes.purpose,
      email: registrationCodes.email,
      sentAt: registrationCodes.sentAt,
      expiresAt: registrationCodes.expiresAt,
    })
    .from(registrationCodes)
    .where(and(eq(registrationCodes.registrationId, registrationId), isNull(registrationCodes.closedAt)))
    .orderBy(desc(registrationCodes.sentAt))
    .limit(1)
  return row
}

/** Closes what codes of a request are open. */
export async function markCodesClosed(tx: Transaction, registrationId: string, now: Date): Promise<void> {
  await tx
    .update(registrationCodes)
    .set({ closedAt: now })
    .where(and(eq(registrationCodes.registrationId, registrationId), isNull(registrationCodes.closedAt)))
}

/** Takes one guess off a code. */
export async function markCodeGuessed(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(registrationCodes)
    .set({ guessesLeft: sql`${registrationCodes.guessesLeft} - 1` })
    .where(eq(registrationCodes.id, id))
}

/** A unit as a request names it. */
export type AskedUnit = {
  readonly id: string
  readonly code: string
  readonly kind: (typeof unitKinds)[number]
  readonly nameTh: string
  readonly nameEn: string | null
  readonly provinceTh: string | null
  readonly provinceEn: string | null
  readonly districtTh: string | null
  readonly districtEn: string | null
}

/** A unit by its code of today or of former days, or by its id. */
export async function findAskedUnit(
  db: Executor,
  key: { readonly code: string } | { readonly id: string },
): Promise<AskedUnit | undefined> {
  const isAsked = "id" in key ? sql`u.id = ${key.id}` : sql`u.id = ${unitIdOf(key.code)}`
  const [row] = await db.execute<AskedUnit>(sql`
    select u.id, u.code, u.kind, u.name_th as "nameTh", u.name_en as "nameEn", p.name_th as "provinceTh",
      p.name_en as "provinceEn", d.name_th as "districtTh", d.name_en as "districtEn"
    from units u left join provinces p on p.code = u.province_code left join districts d on d.code = u.district_code
    where ${isAsked}`)
  return row
}

/** The account that a number belongs to already. */
export type KnownAccount = {
  readonly accountId: string
  readonly state: "invited" | "active" | "locked" | "suspended" | "closed"
  readonly lockedReason: "alarm" | "disputed" | null
  readonly email: string | null
  readonly emailVerified: boolean
  readonly locale: "th" | "en"
  /** ThaiID has never proved its person. */
  readonly isUnproved: boolean
  /** It came by a request in which the number was typed. */
  readonly cameTyped: boolean
  /** Somebody in charge has decided for its holder already. */
  readonly isSettled: boolean
}

/** The account of the person with this number (its hash under each key of the ring); held where `isHeld`. */
export async function findKnownAccount(
  db: Executor,
  hashes: readonly Buffer[],
  isHeld = false,
): Promise<KnownAccount | undefined> {
  if (hashes.length === 0) return undefined
  const [row] = await db.execute<Record<keyof KnownAccount, never> & KnownAccount>(sql`
    select a.id as "accountId", a.state, a.locked_reason as "lockedReason", a.email,
      a.email_verified_at is not null as "emailVerified", a.locale, a.thaid_proved_at is null as "isUnproved",
      ${cameTyped} as "cameTyped", a.dispute_decided_at is not null as "isSettled"
    from accounts a join persons p on p.id = a.person_id
    where p.national_id_hash in ${[...hashes]} ${isHeld ? sql`for update of a` : sql``}`)
  return row
}

/** What a reviewer is warned of. */
export type Doubles = {
  /** Numbers of other open requests of the same person. */
  readonly requests: readonly string[]
  /** Numbers of other requests that came with the same file. */
  readonly files: readonly string[]
  /** Names of people of the unit, to be compared. */
  readonly names: readonly string[]
}

/** Everything that a request shares with another one, in one statement. */
export async function findDoubles(
  db: Executor,
  of: { readonly id: string; readonly hashes: readonly Buffer[]; readonly unitId: string | null },
): Promise<Doubles> {
  const isSamePerson = of.hashes.length > 0 ? sql`r.national_id_hash in ${[...of.hashes]}` : sql`false`
  const isOther = of.hashes.length > 0 ? sql`p.national_id_hash not in ${[...of.hashes]}` : sql`true`
  const [row] = await db.execute<Record<keyof Doubles, never> & Doubles>(sql`
    select
      coalesce((select json_agg(r.number order by r.number) from registrations r
        where ${isSamePerson} and r.id <> ${of.id} and r.state in ('submitted', 'returned')), '[]') as requests,
      coalesce((select json_agg(distinct coalesce(r.number, o.number)) from documents d
        join documents e on e.sha256 = d.sha256 and e.holder_id <> d.holder_id
        left join registrations r on e.holder_kind = 'registration' and r.id = e.holder_id
        left join cases o on o.kind = 'order' and e.holder_kind = 'order' and o.subject_id = e.holder_id
        where d.holder_kind = 'registration' and d.holder_id = ${of.id} and d.state <> 'removed'
          and coalesce(r.number, o.number) is not null), '[]') as files,
      coalesce((select json_agg(distinct p.given_name_th || ' ' || p.family_name_th) from memberships m
        join accounts a on a.id = m.account_id join persons p on p.id = a.person_id
        where m.unit_id = ${of.unitId} and m.state <> 'ended' and ${isOther}), '[]') as names`)
  return row ?? { requests: [], files: [], names: [] }
}

/** Opens a closed account of former days to its person again, as if new: nothing of old opens it. */
export async function markReinvited(
  tx: Transaction,
  accountId: string,
  to: { readonly email: string; readonly now: Date },
): Promise<void> {
  await tx.execute(sql`
    update accounts set state = 'invited', state_changed_at = ${to.now.toISOString()}, locked_reason = null,
      email = ${to.email}, email_verified_at = null, password_hash = null, password_set_at = null,
      sign_in_method = 'password', duties_version = null, duties_accepted_at = null, thaid_proved_at = null
    where id = ${accountId} and state = 'closed'`)
}
