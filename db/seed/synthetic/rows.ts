import { randomUUID } from "node:crypto"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { seal } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { dutiesVersion } from "@/lib/sessions/rules"
import { usernameKey } from "@/lib/signin/rules"
import type { Cell } from "./copy"
import { inventedPerson, inventedPost, inventedTelephone, pick } from "./invent"

/** What the invented people are spread over. */
export type Ground = {
  readonly units: readonly { readonly id: string; readonly code: string }[]
  readonly roleIds: readonly string[]
  /** Units that keep the SSO Admins they have, or their lack of one: the cast tells a story there. */
  readonly withoutNewAdmins: ReadonlySet<string>
  readonly ring: KeyRing
  readonly passwordHash: string
  readonly now: Date
}

/** Rows by table, in the order in which the tables refer to one another. */
export type Rows = Readonly<Record<Table, Cell[][]>>

type Table = "persons" | "accounts" | "memberships" | "admin_appointments" | "grants"

/** The columns that are copied; the others keep their defaults. */
export const columnsOf: Readonly<Record<Table, readonly string[]>> = {
  persons: [
    "id",
    "national_id_sealed",
    "national_id_hash",
    "title_th",
    "given_name_th",
    "family_name_th",
    "given_name_en",
    "family_name_en",
  ],
  accounts: [
    "id",
    "person_id",
    "state",
    "state_changed_at",
    "username",
    "username_key",
    "email",
    "email_verified_at",
    "password_hash",
    "password_set_at",
    "duties_version",
    "duties_accepted_at",
    "created_at",
  ],
  memberships: [
    "id",
    "account_id",
    "unit_id",
    "post",
    "staff_kind",
    "office_telephone",
    "state",
    "valid_from",
  ],
  admin_appointments: ["membership_id", "order_number", "order_year_be", "order_date", "valid_from"],
  grants: ["membership_id", "system_role_id", "state", "state_changed_at", "granted_at"],
}

const day = 24 * 60 * 60 * 1000

/** The rows of the people of these numbers. */
export function rowsFor(from: number, to: number, ground: Ground): Rows {
  const rows: Rows = { persons: [], accounts: [], memberships: [], admin_appointments: [], grants: [] }
  for (let number = from; number <= to; number += 1) {
    const accountId = addPerson(rows, number, ground)
    addMembership(rows, accountId, number, number - 1, ground)
    // Every twentieth belongs to a second unit, a few places on.
    if (number % 20 === 0 && ground.units.length > 11)
      addMembership(rows, accountId, number, number + 10, ground)
  }
  return rows
}

function addPerson(rows: Rows, number: number, { ring, passwordHash, now }: Ground): string {
  const [personId, accountId] = [randomUUID(), randomUUID()]
  const person = inventedPerson(number)
  rows.persons.push([
    personId,
    seal(ring, nationalIdPlace(personId), person.nationalId),
    keyedHash(ring, "national-id", person.nationalId),
    person.titleTh,
    person.givenNameTh,
    person.familyNameTh,
    person.givenNameEn,
    person.familyNameEn,
  ])
  rows.accounts.push([
    accountId,
    personId,
    "active",
    now,
    person.username,
    usernameKey(person.username),
    person.email,
    now,
    passwordHash,
    now,
    dutiesVersion,
    now,
    now,
  ])
  return accountId
}

function addMembership(rows: Rows, accountId: string, number: number, place: number, ground: Ground): void {
  const unit = pick(ground.units, place)
  const membershipId = randomUUID()
  const since = new Date(ground.now.getTime() - 30 * day).toISOString().slice(0, 10)
  // The first one of a unit is its SSO Admin; every seventh unit goes without, as in life.
  const isAdmin = place < ground.units.length && place % 7 !== 0 && !ground.withoutNewAdmins.has(unit.code)
  rows.memberships.push([
    membershipId,
    accountId,
    unit.id,
    inventedPost(number, isAdmin),
    unit.code === "00" ? "department" : "local-government",
    isAdmin ? inventedTelephone(number) : null,
    "active",
    since,
  ])
  if (isAdmin) {
    const yearBe = ground.now.getUTCFullYear() + 543
    rows.admin_appointments.push([membershipId, `ส ${number}`, yearBe, since, since])
  }
  for (let nth = 0; nth <= number % 3; nth += 1) {
    const roleId = pick(ground.roleIds, number * 5 + nth)
    rows.grants.push([membershipId, roleId, "active", ground.now, ground.now])
  }
}
