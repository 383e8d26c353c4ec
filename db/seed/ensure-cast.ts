import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { advisoryLocks } from "@/db/queries/advisory-locks"
import { adminAppointments, departmentPosts, grants, memberships } from "@/db/schema/access"
import { accounts, persons } from "@/db/schema/identity"
import type { Database, Transaction } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { hashPassword, verifyPassword } from "@/lib/crypto/password-hash"
import { seal } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { nationalIdCheckDigit } from "@/lib/identity/rules"
import { invite } from "@/lib/invitations/invite"
import type { CastCard } from "@/lib/operations/schema"
import { dutiesVersion } from "@/lib/sessions/rules"
import { usernameKey } from "@/lib/signin/rules"
import { type CastMember, type CastSeat, castMembers } from "./cast-members"
import { keep, keptPasswords } from "./passwords"
import { thaidPersonOf } from "./thaid-persons"

const day = 24 * 60 * 60 * 1000
const nationalIdOf = (member: CastMember) => `${member.twelve}${nationalIdCheckDigit(member.twelve)}`
const keyOf = (member: CastMember) => member.username ?? nationalIdOf(member)

/**
 * Makes the invented cast where it is missing and brings the passwords of database and home into agreement. What was
 * changed about a member since (a suspension, a post) is left as it is. Leaves the cards in the home, for `/dev/cast`, and the persons for the ThaiID stand-in.
 *
 * @returns the cards; those whom the door refuses carry no password
 */
export async function ensureCast(
  db: Database,
  at: { readonly home: string; readonly ring: KeyRing; readonly now: Date },
): Promise<CastCard[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.ensureCast})`)
    const passwords = keptPasswords(at.home, "cast.json", castMembers.map(keyOf))
    await nameUnits(tx)
    for (const member of castMembers) await ensureMember(tx, member, passwords[keyOf(member)] ?? "", at)
    const cards = castMembers.map((member) => cardOf(member, passwords))
    keep(at.home, "cast-cards.json", cards)
    keep(at.home, "thaid-persons.json", castMembers.map(thaidPersonOf))
    return cards
  })
}

/** Units of the demonstration on Digital DLA's list, as long as nobody has changed it; the real list is not public. */
async function nameUnits(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    insert into system_units (system_code, unit_id)
    select s.code, u.id from systems s, units u
    where s.code = 'DIGITAL-DLA' and s.version = 1 and u.code in ('05360204', '06360207')
    on conflict do nothing`)
}

async function ensureMember(tx: Transaction, member: CastMember, password: string, at: At): Promise<void> {
  const known = await findMember(tx, member, at.ring)
  if (!known) {
    await insertMember(tx, member, member.state === "invited" ? null : await hashPassword(password), at)
  } else if (known.passwordHash && !(await verifyPassword(known.passwordHash, password))) {
    await tx
      .update(accounts)
      .set({ passwordHash: await hashPassword(password), passwordSetAt: at.now })
      .where(eq(accounts.id, known.accountId))
  }
}

function cardOf(member: CastMember, passwords: Readonly<Record<string, string>>): CastCard {
  return {
    username: keyOf(member),
    password: member.expects === "portal" ? (passwords[keyOf(member)] ?? null) : null,
    email: member.email,
    nationalId: nationalIdOf(member),
    name: `${member.title}${member.given} ${member.family}`,
    unitCode: member.seats[0]?.unit ?? "",
    power: member.power,
    expects: member.expects,
  }
}

async function findMember(tx: Transaction, member: CastMember, ring: KeyRing) {
  const hashes = keyedHashes(ring, "national-id", nationalIdOf(member))
  const [row] = await tx
    .select({ accountId: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(sql`${persons.nationalIdHash} in ${hashes}`)
  return row
}

type At = { readonly ring: KeyRing; readonly now: Date }

async function insertMember(tx: Transaction, member: CastMember, passwordHash: string | null, at: At) {
  const [personId, accountId] = [randomUUID(), randomUUID()]
  const nationalId = nationalIdOf(member)
  await tx.insert(persons).values({
    id: personId,
    nationalIdSealed: seal(at.ring, nationalIdPlace(personId), nationalId),
    nationalIdHash: keyedHash(at.ring, "national-id", nationalId),
    titleTh: member.title,
    givenNameTh: member.given,
    familyNameTh: member.family,
    givenNameEn: member.givenEn,
    familyNameEn: member.familyEn,
  })
  await tx.insert(accounts).values({
    id: accountId,
    personId,
    state: member.state,
    stateChangedAt: at.now,
    username: member.username,
    usernameKey: member.username && usernameKey(member.username),
    email: member.email,
    emailVerifiedAt: member.email && member.state !== "invited" ? at.now : null,
    passwordHash,
    passwordSetAt: passwordHash ? at.now : null,
    dutiesVersion: member.dutiesAccepted ? dutiesVersion : null,
    dutiesAcceptedAt: member.dutiesAccepted ? at.now : null,
    createdAt: at.now,
  })
  if (member.state === "invited" && member.email) {
    const to = { accountId, email: member.email, locale: "th", now: at.now } as const
    await invite(tx, to)
  }
  for (const role of member.roles ?? [])
    await tx.insert(departmentPosts).values({ accountId, role, grantedAt: at.now })
  for (const seat of member.seats) await insertSeat(tx, accountId, seat, at.now)
}

async function insertSeat(tx: Transaction, accountId: string, seat: CastSeat, now: Date) {
  const date = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10)
  const membershipId = randomUUID()
  const [unit] = await tx.execute<{ id: string }>(sql`select id from units where code = ${seat.unit}`)
  if (!unit) throw new Error(`the reference data has no unit ${seat.unit}; load it first`)
  await tx.insert(memberships).values({
    id: membershipId,
    accountId,
    unitId: unit.id,
    post: seat.post,
    staffKind: seat.unit === "00" ? "department" : "local-government",
    officeTelephone: seat.telephone ?? null,
    state: "active",
    validFrom: date(-90),
  })
  if (seat.admin) {
    await tx.insert(adminAppointments).values({
      membershipId,
      orderNumber: seat.admin.order,
      orderYearBe: now.getUTCFullYear() + 543,
      orderDate: date(-90),
      validFrom: date(-90),
      validUntil: seat.admin.endsInDays === undefined ? null : date(seat.admin.endsInDays),
    })
  }
  for (const [system, role] of seat.grants ?? []) {
    const [found] = await tx.execute<{ id: string }>(
      sql`select id from system_roles where system_code = ${system} and key = ${role}`,
    )
    if (!found) throw new Error(`the system ${system} has no role ${role}`)
    const granted = { membershipId, systemRoleId: found.id, state: "active" as const }
    await tx.insert(grants).values({ ...granted, stateChangedAt: now, grantedAt: now })
  }
}
