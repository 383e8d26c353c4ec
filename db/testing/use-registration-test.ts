import { beforeAll } from "vitest"
import { inventedNationalId } from "@/db/factories/account"
import { makeDocument } from "@/db/factories/document"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { mailPlace } from "@/lib/mail/place"
import { applyRegistrationDecision } from "@/lib/registration/apply-decision"
import { askCode } from "@/lib/registration/ask-code"
import { confirmAddress } from "@/lib/registration/confirm-address"
import { goOnElsewhere } from "@/lib/registration/go-on-elsewhere"
import { lookUp } from "@/lib/registration/look-up"
import { revertRegistrationDecision } from "@/lib/registration/revert-decision"
import { savePerson } from "@/lib/registration/save-person"
import { saveUnit } from "@/lib/registration/save-unit"
import { setEmail } from "@/lib/registration/set-email"
import { startRegistration } from "@/lib/registration/start-registration"
import { submitRegistration } from "@/lib/registration/submit-registration"
import { withdrawRegistration } from "@/lib/registration/withdraw-registration"
import { useTestDatabase } from "./use-test-database"

/** When tests of registration begin. */
export const start = new Date("2026-11-21T02:00:00Z")

/** So many seconds after that. */
export const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

/** A refusal as a command answers it. */
export const no = (code: string, facts?: object) => ({
  ok: false,
  refusal: { code, ...(facts ? { facts } : {}) },
})

let browsers = 0
const address = () => {
  browsers += 1
  return `10.4.${browsers >> 8}.${browsers & 255}`
}

/** Who registers, and where. */
type Person = {
  readonly nationalId?: string
  readonly email?: string
  readonly unit?: string
  readonly staffKind?: string
  readonly staffReason?: string
}

/** For a test file: a database with a small tree of units, and the way of an applicant through the real commands. */
export function useRegistrationTest() {
  const setting = useSetting()
  return { ...setting, ...fillingIn(setting), ...waiting(setting) }
}

/** The database, its units, and what stands in it. */
function useSetting() {
  const database = useTestDatabase()
  let units: Awaited<ReturnType<typeof makeUnitTree>> | undefined
  beforeAll(async () => {
    units = await makeUnitTree(database().db)
  })
  const unitId = (code: "06360207" | "05360204" | "36" = "06360207") => units?.[code].id ?? ""
  const at = (now: Date) => ({ db: database().db, actor: visitor, now, requestId: "test" })

  /** What was mailed to an address, the newest first. */
  const mailed = async (to: string): Promise<{ template: string; props: Record<string, string> }[]> => {
    const rows = await database().owner`
      select id, template, props_sealed from outbox_mails where recipient = ${to} order by ctid desc`
    return rows.map((row) => ({
      template: row.template,
      props: JSON.parse(open(keyRing(), mailPlace(row.id), row.props_sealed)),
    }))
  }
  const codeTo = async (to: string) =>
    (await mailed(to)).find(({ template }) => template === "registration-code")?.props.code ?? ""

  const row = async (id: string) => {
    const [found] = await database().owner`
      select r.*, c.state as case_state, c.version as case_version from registrations r
      left join cases c on c.kind = 'registration' and c.subject_id = r.id where r.id = ${id}`
    return found
  }
  const idOf = async (now = start) => {
    const [newest] = await database().owner`
      select id from registrations where created_at = ${now} order by ctid desc limit 1`
    return String(newest?.id)
  }
  /** The request of a browser as it stands, and its version, which the next page names. */
  const own = async (registration: string, id: string) => ({
    registration,
    version: Number((await row(id))?.version),
  })
  return { database, unitId, at, mailed, codeTo, row, idOf, own }
}

/** The pages, through the real commands. */
function fillingIn({ database, at, codeTo, own, idOf }: ReturnType<typeof useSetting>) {
  const begin = async (now = start) => {
    const result = await execute(startRegistration, at(now), {
      privacyVersion: 1,
      isRead: true,
      locale: "th",
      address: address(),
    })
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.value.registration
  }
  const person = async (registration: string, id: string, { nationalId }: Person = {}, now = start) =>
    execute(savePerson, at(now), {
      ...(await own(registration, id)),
      nationalId: nationalId ?? inventedNationalId(),
      titleTh: "นาง",
      givenNameTh: "ปราณี",
      familyNameTh: "ใจดี",
    })
  const unit = async (registration: string, id: string, of: Person = {}, now = start) =>
    execute(saveUnit, at(now), {
      ...(await own(registration, id)),
      unit: of.unit ?? "06360207",
      post: "นักจัดการงานทั่วไป",
      staffKind: of.staffKind ?? "local-government",
      staffReason: of.staffReason ?? "",
      telephone: "๐๔๔ ๐๐๐ ๐๐๐",
    })
  const email = async (registration: string, id: string, to: string, now = start) =>
    execute(setEmail, at(now), { ...(await own(registration, id)), email: to, locale: "th" })
  const confirm = (registration: string, code: string, now = start) =>
    execute(confirmAddress, at(now), { registration, code })
  const submit = async (registration: string, id: string, now = start) =>
    execute(submitRegistration, at(now), { ...(await own(registration, id)), isTrue: true })

  const evidence = (id: string, state: "ready" | "checking" = "ready") =>
    makeDocument(database().db, { kind: "registration", id }, { state })

  /** A request with all pages filled in, to be sent. */
  const filled = async (of: Person = {}, now = start) => {
    const registration = await begin(now)
    const id = await idOf(now)
    const to = of.email ?? `${id}@test.example`
    await person(registration, id, of, now)
    await unit(registration, id, of, now)
    await email(registration, id, to, now)
    await confirm(registration, await codeTo(to), now)
    await evidence(id)
    return { registration, id, email: to }
  }
  /** A request that waits for an officer. */
  const sent = async (of: Person = {}, now = start) => {
    const made = await filled(of, now)
    const result = await submit(made.registration, made.id, now)
    if (!result.ok) throw new Error(JSON.stringify(result))
    return { ...made, number: result.value.number, secret: result.value.secret ?? "" }
  }
  return { begin, person, unit, email, confirm, evidence, submit, filled, sent }
}

/** What can be done with a request that was begun: from another device, and by the desk. */
function waiting({ at, database }: ReturnType<typeof useSetting>) {
  const look = (number: string, secret: string, now = start, from = address()) =>
    execute(lookUp, at(now), { number, secret, address: from })
  const ticketOf = async (made: { readonly number: string; readonly secret: string }, now = start) => {
    const result = await look(made.number, made.secret, now)
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.value.ticket
  }
  const ask = (ticket: string, purpose: "correct" | "withdraw", now = start) =>
    execute(askCode, at(now), { ticket, purpose, locale: "th" })
  const goOn = (ticket: string, code: string, now = start) =>
    execute(goOnElsewhere, at(now), { ticket, code })
  const withdraw = (ticket: string, code: string, now = start) =>
    execute(withdrawRegistration, at(now), { ticket, code })

  type Outcome = "approve" | "return" | "reject"
  /** What a decision whose half minute is over does, as the desk's job does it; the case goes along. */
  const decide = (id: string, outcome: Outcome, now = later(60), fields: readonly string[] = []) =>
    database().db.transaction(async (tx) => {
      const by = { reasons: [], note: "", decisionId: id, decidedBy: id }
      return applyRegistrationDecision(tx, { registrationId: id, outcome, fields, ...by, now })
    })
  const revert = (id: string, outcome: Outcome, now = later(120)) =>
    database().db.transaction((tx) => revertRegistrationDecision(tx, { registrationId: id, outcome, now }))
  const setCase = (id: string, state: string) =>
    database().owner`update cases set state = ${state} where subject_id = ${id}`

  return { look, ticketOf, ask, goOn, withdraw, decide, revert, setCase }
}
