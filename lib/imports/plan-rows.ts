import "server-only"
import type { KnownMember } from "@/db/queries/imports-known"
import type { ImportFault } from "@/db/schema/imports"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { needsReason } from "@/lib/registration/rules"
import type { JudgedRow, WantedRow } from "./judge-row"
import type { ImportPlan } from "./rules"

/** What is known beside the rows: the unit's own people and offers, and who asks. */
export type Known = {
  readonly unitKind: string
  /** By the keyed hash of the number, in hex. */
  readonly members: ReadonlyMap<string, KnownMember>
  readonly ownHash: string | undefined
  readonly today: string
}

/** A judged row with what it is to do. `outcome` says why nothing, where no single cell is to blame. */
export type PlannedRow = JudgedRow & {
  readonly row: number
  readonly plan: ImportPlan
  readonly outcome: string
  readonly membershipId: string | null
}

/**
 * Says of each row what applying it would do, by what the unit itself knows; whether somebody is known elsewhere is never
 * asked. The second row of one number is refused.
 */
export function planRows(
  rows: readonly (JudgedRow & { readonly row: number })[],
  known: Known,
): PlannedRow[] {
  const first = new Map<string, number>()
  return rows.map((judged) => {
    const { nationalId, nationalIdAt, row } = judged
    const earlier = nationalId === "" ? undefined : first.get(nationalId)
    if (nationalId !== "" && earlier === undefined) first.set(nationalId, row)
    if (earlier !== undefined) {
      const faults: ImportFault[] = [...judged.faults, { at: nationalIdAt, code: "duplicate", row: earlier }]
      return { ...judged, wanted: null, faults, ...refuse("") }
    }
    return { ...judged, ...planOf(judged.wanted, known) }
  })
}

type Plan = Pick<PlannedRow, "plan" | "outcome" | "membershipId">

const refuse = (outcome: string): Plan => ({ plan: "refuse", outcome, membershipId: null })

function planOf(wanted: WantedRow | null, known: Known): Plan {
  if (!wanted) return refuse("")
  const { person } = wanted
  const isReasoned = needsReason({ unitKind: known.unitKind, staffKind: person.staffKind })
  if (isReasoned && person.staffReason === "") return refuse("members.staff-reason-needed")
  if (person.validUntil !== null && person.validUntil < known.today) return refuse("members.day-over")
  const hashes = keyedHashes(keyRing(), "national-id", person.nationalId).map((hash) => hash.toString("hex"))
  if (known.ownHash !== undefined && hashes.includes(known.ownHash)) return refuse("members.own")
  const member = hashes.map((hash) => known.members.get(hash)).find((one) => one !== undefined)
  if (!member) return { plan: "create", outcome: "", membershipId: null }
  if (member.membershipId === null) return refuse("members.already-offered")
  const plan = isSame(wanted, member, isReasoned) ? "same" : "change"
  return { plan, outcome: "", membershipId: member.membershipId }
}

function isSame({ person, roles }: WantedRow, member: KnownMember, isReasoned: boolean): boolean {
  const held = new Set(member.roles.map(({ id }) => id))
  return (
    person.post === member.post &&
    person.staffKind === member.staffKind &&
    (isReasoned ? person.staffReason : "") === member.staffReason &&
    (person.officeTelephone === "" || person.officeTelephone === member.officeTelephone) &&
    person.orderText === member.orderText &&
    person.validUntil === member.validUntil &&
    roles.every((role) => held.has(role))
  )
}
