import type postgres from "postgres"
import { daysAgo, idOf } from "./fill-people"

// What waits and what was done, each in proportion to the people of a unit: `seats` is the table of fill-people.ts.

const isWaitingRegistration = "place % 250 = 33"
const isWaitingOrder = "place % 1000 = 77"

const numberOf = (letter: string) =>
  `'${letter}-' || to_char(n / 10000, 'FM0000') || '-' || to_char(n % 10000, 'FM0000')`

const registrations = `
  insert into registrations (id, number, secret_hash, token_hash, state, national_id_hash, given_name_th, family_name_th,
    unit_id, locale, submitted_at, created_at, expires_at)
  select ${idOf("7", "n")}, ${numberOf("R")}, sha256(('secret' || n)::bytea), sha256(('registration' || n)::bytea),
    case when ${isWaitingRegistration} then 'submitted' else 'approved' end, sha256(('applicant' || n)::bytea),
    'สมหญิง', 'สมมุติ', unit_id, 'th', ${daysAgo("place % 15")}, ${daysAgo("place % 15")}, ${daysAgo("place % 15 - 400")}
  from seats where ${isWaitingRegistration} or place % 10 = 6`

const orders = `
  insert into orders (id, number, unit_id, issuer_id, kind, order_number, order_year_be, order_date, state, made_by,
    created_at, submitted_by, submitted_at, expires_at)
  select ${idOf("8", "n")}, ${numberOf("O")}, unit_id, unit_id, 'appoint', n::text, 2569, current_date - 30,
    case when ${isWaitingOrder} then 'submitted' else 'approved' end, ${idOf("2", "n")}, ${daysAgo("place % 15")},
    ${idOf("2", "n")}, ${daysAgo("place % 15")}, ${daysAgo("place % 15 - 400")}
  from seats where ${isWaitingOrder} or place % 25 = 9`

const orderPeople = `
  insert into order_people (order_id, sort, national_id_sealed, national_id_hash, title_th, given_name_th,
    family_name_th, post, staff_kind, email)
  select ${idOf("8", "n")}, 1, sha256(('sealed' || n)::bytea), sha256(('named' || n)::bytea), 'นาย', 'สมชาย',
    'สมมุติ', 'ปลัด', 'local-government', 'named@synthetic.example'
  from seats where ${isWaitingOrder} or place % 25 = 9`

// A third of the decided orders came by a unit's activation code.
const activationCodes = `
  insert into activation_codes (id, unit_id, code_hash, run_id, issued_by, office_id, issued_at, expires_at, used_at)
  select ${idOf("9", "n")}, unit_id, sha256(('code' || n)::bytea), ${idOf("9", "n")}, ${idOf("2", "n")}, parent_id,
    ${daysAgo("40")}, ${daysAgo("26")}, ${daysAgo("30")}
  from seats where place % 75 = 9`

const activations = `
  insert into activations (id, code_id, order_id, opened_at, expires_at)
  select ${idOf("b", "n")}, ${idOf("9", "n")}, ${idOf("8", "n")}, ${daysAgo("30")}, ${daysAgo("29")}
  from seats where place % 75 = 9`

const casesOf = (
  kind: "registration" | "order",
  letter: string,
  subject: string,
  isWaiting: string,
  done: string,
) => `
  insert into cases (id, number, kind, subject_id, unit_id, title, state, submitted_at, waiting_since)
  select ${idOf(kind === "order" ? "c" : "6", "n")}, ${numberOf(letter)}, '${kind}', ${idOf(subject, "n")}, unit_id,
    'สมหญิง สมมุติ ' || place, case when ${isWaiting} then 'waiting' else 'decided' end,
    case when ${isWaiting} then ${daysAgo("(place % 1500) / 100.0")} else ${daysAgo("20 + place % 360")} end,
    case when ${isWaiting} then ${daysAgo("(place % 1500) / 100.0")} else ${daysAgo("20 + place % 360")} end
  from seats where ${isWaiting} or ${done}`

const decisions = `
  insert into decisions (case_id, case_version, outcome, reasons, fields, note, excluded, decided_by, decided_at,
    session_id, acr, takes_effect_at, took_effect_at, documents, mac, mac_key_id)
  select c.id, 1, 'approve', '{}', '{}', '', '{}', d.id, c.submitted_at, c.id, 'urn:dla:totp', c.submitted_at,
    c.submitted_at, '[]', sha256(c.number::bytea), 'scale'
  from cases c join lateral (select ('2' || substr(c.id::text, 2))::uuid as id) d on true where c.state = 'decided'`

const requests = `
  insert into rights_requests (membership_id, system_role_id, reason, state, asked_at, expires_at, decided_at)
  select ${idOf("3", "n")}, roles.list[1 + place % roles.many], 'งานประจำ',
    case when place % 70 = 5 then 'waiting' when place % 2 = 0 then 'granted' else 'refused' end,
    ${daysAgo("place % 25")}, ${daysAgo("place % 25 - 30")},
    case when place % 70 <> 5 then ${daysAgo("place % 25 - 0.5")} end
  from seats, (select array_agg(id order by system_code, sort) as list, count(*)::int as many from system_roles) roles
  where place % 70 = 5 or place % 9 = 4`

const offers = `
  insert into membership_offers (unit_id, account_id, is_new_account, title_th, given_name_th, family_name_th, email,
    post, staff_kind, valid_from, state, offered_by, offered_at, expires_at)
  select unit_id, ${idOf("2", "n")}, false, 'นาย', 'สมชาย', 'สมมุติ', 'offered@synthetic.example', 'ปลัด',
    'local-government', current_date, case when place % 130 = 17 then 'open' else 'accepted' end, ${idOf("2", "n")},
    ${daysAgo("place % 10")}, ${daysAgo("place % 10 - 14")}
  from seats where place % 130 = 17 or place % 40 = 21`

const caretakers = `
  insert into caretakers (unit_id, office_id, reason, begun_by, begun_at, ends_at)
  select unit_id, parent_id, 'nobody-there', ${idOf("2", "n")}, ${daysAgo("5")}, ${daysAgo("-25")}
  from seats where nth = 0 and unit_number % 14 = 0`

const successors = `
  insert into successors (unit_id, membership_id, named_by, named_at)
  select unit_id, ${idOf("3", "n")}, ${idOf("2", "n")}, ${daysAgo("5")} from seats where nth = 1 and unit_number % 5 = 0`

// The named list of a system's first phase.
const named = `
  insert into system_units (system_code, unit_id)
  select (select code from systems order by code limit 1), unit_id from seats where nth = 0 and unit_number % 28 = 1
  on conflict do nothing`

const profiles = `
  insert into unit_profiles (unit_id, version, address, telephone, email, opening_hours, executives, checked_at,
    checked_by)
  select unit_id, 1, 'หมู่ที่ 1', '0 1000 0000', '', '', '[]', now(), ${idOf("2", "n")}
  from seats where nth = 0 and unit_number % 3 = 0`

/** Fills the queue, the orders, the requests and the offers of every country. */
export async function fillMatters(
  tx: postgres.TransactionSql,
  onStep: (what: string) => void,
): Promise<void> {
  const steps: Readonly<Record<string, string>> = {
    registrations,
    orders,
    "people in orders": orderPeople,
    "activation codes": activationCodes,
    activations,
    "registrations in the queue": casesOf("registration", "R", "7", isWaitingRegistration, "place % 10 = 6"),
    "orders in the queue": casesOf("order", "O", "8", isWaitingOrder, "place % 25 = 9"),
    decisions,
    "requests for rights": requests,
    offers,
    caretakers,
    successors,
    "units named for a system": named,
    "profiles of units": profiles,
  }
  for (const [what, statement] of Object.entries(steps)) {
    const { count } = await tx.unsafe(statement)
    onStep(`${count} ${what}`)
  }
}
