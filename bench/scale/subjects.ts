import postgres from "postgres"
import { connect } from "@/db/client"
import type { Database } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { seal } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import type { AccountActor, UnitLevel } from "@/lib/kernel/actor"
import { nodesPerCountry } from "./fill-units"
import type { Sent } from "./plans"
import type { ScaleSet } from "./sets"

/** A unit about which is asked, with somebody of it. */
export type Subject = {
  readonly unitId: string
  readonly code: string
  readonly path: string
  readonly name: string
  readonly level: UnitLevel
  readonly provinceCode: string
  readonly districtCode: string
  readonly membershipId: string
  readonly accountId: string
}

/** A set with the units about which it is asked: the same ones in both, in the same order. */
export type AskedSet = {
  readonly times: 1 | 10
  readonly ownerUrl: string
  readonly portalUrl: string
  readonly db: Database
  readonly local: readonly Subject[]
  readonly district: readonly Subject[]
  readonly province: readonly Subject[]
  /** What was sent since `listen`, which begins anew. */
  readonly listen: () => readonly Sent[]
  readonly close: () => Promise<void>
}

/** Units of a kind about which is asked. */
const subjects = 200

/** Joins a set as the portal does. Reviewers get a sealed number of their own, as the queue opens it. */
export async function joinSet(set: ScaleSet, ring: KeyRing): Promise<AskedSet> {
  const owner = postgres(set.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const local = await listSubjects(owner, "local")
    const district = await listSubjects(owner, "district")
    const province = await listSubjects(owner, "province")
    for (const { accountId } of [...local, ...district, ...province]) await giveNumber(owner, ring, accountId)
    let sent: Sent[] = []
    const { db, close } = connect(set.portalUrl, {
      max: 4,
      onStatement: (text, values) => sent.push({ text, values }),
    })
    const listen = () => {
      const heard = sent
      sent = []
      return heard
    }
    return { ...set, db, local, district, province, listen, close }
  } finally {
    await owner.end()
  }
}

/** Units of the first country by lot, always the same lot. */
function listSubjects(owner: postgres.Sql, level: UnitLevel): Promise<Subject[]> {
  const kind = level === "local" ? "sao" : `${level === "district" ? "district" : "provincial"}_office`
  return owner<Subject[]>`
    select u.id as "unitId", u.code, u.path, u.name_short_th as name, ${level} as level,
      u.province_code as "provinceCode", coalesce(u.district_code, '') as "districtCode", m.id as "membershipId",
      m.account_id as "accountId"
    from units u join lateral (select m.id, m.account_id from memberships m
      where m.unit_id = u.id and m.office_telephone is not null order by m.id limit 1) m on true
    where u.kind = ${kind} and u.node < ${nodesPerCountry} order by md5(u.code) limit ${subjects}`
}

async function giveNumber(owner: postgres.Sql, ring: KeyRing, accountId: string): Promise<void> {
  const [person] = await owner<{ id: string }[]>`select person_id as id from accounts where id = ${accountId}`
  if (!person) throw new Error("a reviewer is nobody")
  const number = `scale ${accountId}`
  await owner`
    update persons set national_id_sealed = ${seal(ring, nationalIdPlace(person.id), number)},
      national_id_hash = ${keyedHash(ring, "national-id", number)} where id = ${person.id}`
}

/** The SSO Admin of a unit, or an officer of the Department. */
export function actorOf(subject: Subject, roles: AccountActor["roles"] = []): AccountActor {
  const { unitId, path, level, membershipId, accountId } = subject
  return {
    kind: "account",
    accountId,
    sessionId: accountId,
    seats: roles.length > 0 ? [] : [{ membershipId, unitId, path, level, isAdmin: true }],
    roles,
  }
}

/** The nth of a list, from the beginning again after its end. */
export function nth<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length]
  if (found === undefined) throw new Error("there is nothing to ask about")
  return found
}
