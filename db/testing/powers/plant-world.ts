import type { TestDatabase } from "@/db/testing/test-database"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { assurances, dutiesVersion } from "@/lib/sessions/rules"
import { type Add, plantMatters } from "./plant-matters"
import { daysOff, treeNow, treeSystem, type World, type WorldMembership, type WorldPerson } from "./world"

/** The cookie's token of somebody's session. */
export const tokenOf = (person: Pick<WorldPerson, "id">): string => `token of ${person.id}`

/** Puts a tree into a test's database in the place of whatever units and people were there. */
export async function plantWorld({ owner }: TestDatabase, world: World): Promise<void> {
  const idOf = new Map(world.units.map(({ code, id }) => [code, id]))
  const unitId = (code: string) => idOf.get(code) ?? ""
  const add = async (table: string, rows: readonly Record<string, unknown>[]) => {
    if (rows.length > 0) await owner`insert into ${owner(table)} ${owner([...rows])}`
  }
  await owner`truncate units, persons, systems cascade`
  await plantUnits(owner, world)
  await add("persons", world.people.map(personRow))
  await add("accounts", world.people.map(accountRow))
  const seats = world.people.flatMap(({ id, memberships }) =>
    memberships.map((one) => ({ ...one, account: id })),
  )
  await add(
    "memberships",
    seats.map((one) => membershipRow(one, one.account, unitId(one.unit))),
  )
  await add("admin_appointments", seats.flatMap(appointmentRows))
  await add(
    "department_posts",
    world.people.flatMap(({ id, posts }) =>
      posts.map(({ role, isEnded }) => ({
        account_id: id,
        role,
        granted_at: daysOff(-300),
        ended_at: isEnded ? daysOff(-3) : null,
      })),
    ),
  )
  await add("sessions", world.people.map(sessionRow))
  await plantSystem(add)
  await add("grants", seats.flatMap(grantRows))
  await plantMatters(add, world, unitId)
}

async function plantUnits(owner: TestDatabase["owner"], { units }: World): Promise<void> {
  const paths = new Map<string, string>()
  for (const { id, node, code, kind, above } of units) {
    const path = `${above === null ? "" : paths.get(above)}${node}/`
    paths.set(code, path)
    const parent = units.find((unit) => unit.code === above)?.id ?? null
    await owner`
      insert into units (id, node, code, kind, parent_id, path, name_th, name_short_th, search, source_digest)
      overriding system value
      values (${id}, ${node}, ${code}, ${kind}, ${parent}, ${path}, ${code}, ${code}, ${code}, 'tree')`
  }
}

const personRow = ({ personId, nationalId }: WorldPerson) => ({
  id: personId,
  national_id_sealed: seal(keyRing(), nationalIdPlace(personId), nationalId),
  national_id_hash: keyedHash(keyRing(), "national-id", nationalId),
  given_name_th: "คนใน",
  family_name_th: "ต้นไม้",
})

const accountRow = ({ id, personId, state, heldUntil, signedInBy }: WorldPerson) => ({
  id,
  person_id: personId,
  state,
  state_changed_at: daysOff(-300),
  email: `${id}@test.example`,
  email_verified_at: daysOff(-300),
  powers_held_until: heldUntil,
  locked_reason: state === "locked" ? "alarm" : null,
  sign_in_method: signedInBy === "thaid" ? "thaid" : "password",
  duties_version: dutiesVersion,
  duties_accepted_at: daysOff(-300),
  created_at: daysOff(-300),
})

const membershipRow = (
  { id, state, from, until }: WorldMembership,
  account: string,
  unit: string,
): Record<string, unknown> => ({
  id,
  account_id: account,
  unit_id: unit,
  post: "เจ้าหน้าที่",
  staff_kind: "local-government",
  state,
  valid_from: from,
  valid_until: until,
})

const appointmentRows = ({ id, appointment }: WorldMembership) =>
  appointment
    ? [
        {
          membership_id: id,
          order_number: "1",
          order_year_be: 2569,
          order_date: "2026-01-01",
          valid_from: appointment.from,
          valid_until: appointment.until,
          ended_at: appointment.isEnded ? daysOff(-1) : null,
        },
      ]
    : []

const grantRows = ({ id, grant }: WorldMembership) =>
  grant
    ? [
        {
          id: grant.id,
          membership_id: id,
          system_role_id: treeSystem.viewer,
          state: grant.state,
          state_changed_at: daysOff(-5),
          granted_at: daysOff(-50),
          valid_until: grant.until,
        },
      ]
    : []

function sessionRow(person: WorldPerson): Record<string, unknown> {
  const { acr, amr } = person.signedInBy === "thaid" ? assurances.thaid : assurances.passwordAndMailedCode
  return {
    token_hash: keyedHash(keyRing(), "session-token", tokenOf(person)),
    account_id: person.id,
    acr,
    amr: [...amr],
    authenticated_at: treeNow,
    stepped_up_at: treeNow,
    last_seen_at: treeNow,
    idle_seconds: 1800,
    expires_at: daysOff(0.5),
    shared_computer: false,
    user_agent: "tree",
  }
}

async function plantSystem(add: Add): Promise<void> {
  const { code, viewer, reader, asked } = treeSystem
  const names = { name_th: "ระบบในป่า", name_en: "Tree", purpose_th: "ทดสอบ", purpose_en: "Test" }
  await add("systems", [{ code, ...names, category: "reports", state: "open", sort: 1 }])
  const role = (id: string, key: string, sort: number) => {
    return { id, key, sort, system_code: code, name_th: key, name_en: key }
  }
  await add("oidc_clients", [
    {
      id: "tree",
      system_code: code,
      name: "Tree",
      auth_method: "client_secret_basic",
      redirect_uris: ["https://tree.example/cb"],
      scopes: ["openid"],
      created_at: new Date(0),
    },
  ])
  await add("system_roles", [role(viewer, "viewer", 1), role(reader, "reader", 2), role(asked, "asked", 3)])
}
