import type postgres from "postgres"
import { inventedPerson } from "@/db/seed/synthetic/invent"
import { nodesPerCountry } from "./fill-units"

/** People of one country, each with an account. */
export const peoplePerCountry = 200_000

const differentNames = 5000

/** SQL of an id that follows from a number, so that rows find each other without a join. `kind` is one digit of 0-9, a-f. */
export const idOf = (kind: string, number: string) =>
  `('${kind}0000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

/** Days before or after today, as an instant. */
export const daysAgo = (days: string) => `(now() - (${days}) * interval '1 day')`

/**
 * Who sits where: `place` counts within a country and decides everything about a person, so that the first country is the
 * same in each set; `n` is his number in the whole set and by chance, so that a unit's people lie scattered as in life.
 * Of ten units one is large, two are middling and the rest small.
 */
async function seat(tx: postgres.TransactionSql): Promise<void> {
  await tx.unsafe(`
    create temp table seats on commit drop as
    with numbered as (
      select id, parent_id, node, node / ${nodesPerCountry} as country,
        row_number() over (partition by node / ${nodesPerCountry} order by node)::int as unit_number
      from units where kind <> 'department'
    ), weighed as (
      select *, case unit_number % 10 when 0 then 80 when 1 then 40 when 2 then 40 else 12 end as weight from numbered
    ), ranged as (
      select *, floor(${peoplePerCountry}::numeric * (sum(weight) over upto - weight) / sum(weight) over whole)::int as first,
        floor(${peoplePerCountry}::numeric * sum(weight) over upto / sum(weight) over whole)::int - 1 as last
      from weighed window whole as (partition by country), upto as (partition by country order by node)
    )
    select row_number() over (order by hashint4(country * ${peoplePerCountry} + place))::int as n, country, place,
      id as unit_id, parent_id, unit_number, place - first as nth
    from ranged, generate_series(first, last) as place`)
  await tx.unsafe("create unique index on seats (country, place)")
  await tx.unsafe("analyze seats")
}

async function nameThem(tx: postgres.TransactionSql): Promise<void> {
  await tx.unsafe(`create temp table names (id int primary key, title text, given text, family text, given_en text,
    family_en text) on commit drop`)
  const list = Array.from({ length: differentNames }, (_, id) => {
    const { titleTh, givenNameTh, familyNameTh, givenNameEn, familyNameEn } = inventedPerson(id + 1)
    return [id, titleTh, givenNameTh, familyNameTh, givenNameEn, familyNameEn]
  })
  await tx`
    insert into names select (x->>0)::int, x->>1, x->>2, x->>3, x->>4, x->>5
    from jsonb_array_elements(${JSON.stringify(list)}::text::jsonb) x`
}

const persons = `
  insert into persons (id, national_id_sealed, national_id_hash, title_th, given_name_th, family_name_th,
    given_name_en, family_name_en)
  select ${idOf("1", "s.n")}, sha256(('sealed' || s.n)::bytea) || sha256(('more' || s.n)::bytea),
    sha256(('person' || s.n)::bytea), k.title, k.given, k.family, k.given_en, k.family_en
  from seats s join names k on k.id = (s.place::bigint * 7919) % ${differentNames} order by s.n`

const hash = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`

const accounts = `
  insert into accounts (id, person_id, state, state_changed_at, suspended_until, username, username_key, email,
    email_verified_at, password_hash, password_set_at, duties_version, duties_accepted_at, created_at)
  select ${idOf("2", "n")}, ${idOf("1", "n")},
    case when nth < 2 then 'active' when place % 100 = 7 then 'suspended' when place % 50 = 3 then 'invited'
      else 'active' end,
    now(), case when nth > 1 and place % 200 = 7 then current_date + place % 30 end, 's' || lpad(n::text, 7, '0'),
    's' || lpad(n::text, 7, '0'), 's' || lpad(n::text, 7, '0') || '@synthetic.example', now(), '${hash}', now(), 1,
    now(), now()
  from seats order by n`

const posts = `(array['นักวิเคราะห์นโยบายและแผน', 'เจ้าพนักงานธุรการ', 'นักวิชาการเงินและบัญชี', 'นักพัฒนาชุมชน',
  'นายช่างโยธา', 'เจ้าพนักงานพัสดุ', 'นักทรัพยากรบุคคล', 'นักวิชาการศึกษา'])[1 + place % 8]`

// One in twenty belongs to a second unit.
const memberships = `
  insert into memberships (id, account_id, unit_id, post, staff_kind, office_telephone, state, valid_from,
    suspended_until)
  select ${idOf("3", "n")}, ${idOf("2", "n")}, unit_id, ${posts}, 'local-government',
    case when nth < 2 then '0 1000 0000' end,
    case when nth < 2 then 'active' when place % 50 = 11 then 'suspended' when place % 50 = 12 then 'ended'
      else 'active' end,
    current_date - 400, case when nth > 1 and place % 100 = 11 then current_date + place % 30 end
  from seats
  union all
  select ${idOf("4", "s.n")}, ${idOf("2", "s.n")}, other.unit_id, 'เจ้าพนักงานธุรการ', 'local-government', null,
    'active', current_date - 200, null
  from seats s join seats other on other.country = s.country
    and other.place = (s.place + 777) % ${peoplePerCountry}
  where s.place % 20 = 0`

// One unit of seven has no SSO Admin, one of three has two.
const appointments = `
  insert into admin_appointments (membership_id, order_number, order_year_be, order_date, valid_from, valid_until)
  select ${idOf("3", "n")}, 'ส ' || n, 2569, current_date - 300, current_date - 300,
    case when unit_number % 11 = 0 then current_date + 30 end
  from seats where unit_number % 7 <> 0 and (nth = 0 or nth = 1 and unit_number % 3 = 0)`

// One to five each, three on average.
const grants = `
  insert into grants (id, membership_id, system_role_id, state, state_changed_at, granted_at, order_text)
  select ${idOf("5", "n::bigint * 8 + nth_role")}, ${idOf("3", "n")}, roles.list[1 + (place + nth_role) % roles.many],
    case when (place + nth_role) % 33 = 0 then 'withdrawn' when (place + nth_role) % 97 = 0 then 'suspended'
      else 'active' end,
    now(), now(), 'คำสั่งที่ ' || place % 300 || '/2569'
  from seats, generate_series(0, place % 5) nth_role,
    (select array_agg(id order by system_code, sort) as list, count(*)::int as many from system_roles) roles
  order by n`

const sessions = `
  insert into sessions (token_hash, account_id, acr, amr, authenticated_at, last_seen_at, idle_seconds, expires_at,
    shared_computer, user_agent)
  select sha256(('session' || n)::bytea), ${idOf("2", "n")}, 'urn:dla:totp', array['pwd', 'otp', 'mfa'],
    ${daysAgo("place % 120")}, ${daysAgo("place % 120")}, 1800, ${daysAgo("place % 120 - 1")}, false, 'Mozilla/5.0'
  from seats where place % 4 = 0`

/** Fills the people of every country: persons, accounts, memberships, SSO Admins, grants, sessions. */
export async function fillPeople(tx: postgres.TransactionSql, onStep: (what: string) => void): Promise<void> {
  await seat(tx)
  await nameThem(tx)
  for (const [what, statement] of Object.entries({
    persons,
    accounts,
    memberships,
    appointments,
    grants,
    sessions,
  })) {
    const { count } = await tx.unsafe(statement)
    onStep(`${count} ${what}`)
  }
}
