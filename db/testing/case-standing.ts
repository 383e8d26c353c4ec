import postgres from "postgres"

/** The number of a case that waits, if there is one. */
export async function waitingNumber(ownerUrl: string): Promise<string | undefined> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql`select number from cases where state = 'waiting' order by submitted_at limit 1`
    return row?.number
  } finally {
    await sql.end()
  }
}

/** What stands of a case: its state, and its decisions with whether each took effect. */
export async function caseStanding(
  ownerUrl: string,
  number: string,
): Promise<{
  readonly state: string
  readonly decisions: number
  readonly took: number
  readonly accounts: number
}> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ state: string; decisions: number; took: number; accounts: number }[]>`
      select c.state, count(d.id)::int as decisions, count(d.took_effect_at)::int as took,
        (select count(*)::int from registrations r join accounts a on a.id = r.account_id
          where r.id = c.subject_id) as accounts
      from cases c left join decisions d on d.case_id = c.id where c.number = ${number} group by c.id`
    if (!row) throw new Error(`no case ${number}`)
    return row
  } finally {
    await sql.end()
  }
}

/** The number of the request for an order, by the number on its paper. */
export async function orderNumberOf(ownerUrl: string, paper: string): Promise<string | undefined> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql`
      select number from orders where order_number = ${paper} and state <> 'draft' order by submitted_at limit 1`
    return row?.number
  } finally {
    await sql.end()
  }
}
