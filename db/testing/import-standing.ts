import postgres from "postgres"

/** How a batch stands: its rows by state, what they left behind, and what is half-done. */
export type ImportStanding = {
  readonly state: string
  readonly waiting: number
  readonly done: number
  readonly undone: number
  readonly refused: number
  /** Offers that its rows made, and the invitations that were queued for them. */
  readonly open: number
  readonly withdrawn: number
  readonly invitations: number
  /** How often somebody had it applied. */
  readonly begun: number
  /** Rows of which one thing says that they were done and another that they were not, and offers that no row made. */
  readonly halves: number
}

/** Looks at a batch whose rows were all to be created, of people with addresses of one domain. */
export async function importStanding(ownerUrl: string, batchId: string, domain: string) {
  return await looking(ownerUrl, async (sql) => {
    const [row] = await sql<ImportStanding[]>`
      with events as (
        select detail ->> 'row' as number, count(*) filter (where action = 'imports.apply-row') as applied,
          count(*) filter (where action = 'imports.undo-row') as undone
        from audit_events where detail ->> 'batch' = ${batchId} and refusal is null group by 1
      ), mails as (
        select recipient, count(*) as mails from outbox_mails
        where template = 'invitation' and recipient like ${`%@${domain}`} group by 1
      ), rows as (
        select r.*, o.state as offer, coalesce(e.applied, 0) as events_applied, coalesce(e.undone, 0) as events_undone,
          coalesce(m.mails, 0) as mails
        from import_rows r left join membership_offers o on o.id = r.offer_id
          left join events e on e.number = r.number::text left join mails m on m.recipient = o.email
        where r.batch_id = ${batchId}
      )
      select (select state from import_batches where id = ${batchId}),
        (count(*) filter (where state = 'waiting'))::int as waiting,
        (count(*) filter (where state = 'done'))::int as done,
        (count(*) filter (where state = 'undone'))::int as undone,
        (count(*) filter (where plan = 'refuse'))::int as refused,
        (count(*) filter (where offer = 'open'))::int as open,
        (count(*) filter (where offer = 'withdrawn'))::int as withdrawn,
        sum(mails)::int as invitations,
        (select count(*)::int from audit_events where action = 'imports.apply' and refusal is null
          and subject_id = ${batchId}) as begun,
        (count(*) filter (where
          (plan = 'create' and state = 'waiting' and (offer is not null or events_applied <> 0))
          or (state = 'done' and (offer is distinct from 'open' or (events_applied, events_undone, mails) <> (1, 0, 1)))
          or (state = 'undone' and (offer is distinct from 'withdrawn' or (events_applied, events_undone, mails) <> (1, 1, 1)))
          or state = 'kept' or (state = 'failed' and plan <> 'refuse')))::int
        + (select count(*)::int from membership_offers o where o.email like ${`%@${domain}`}
            and not exists (select from import_rows r where r.offer_id = o.id)) as halves
      from rows`
    if (!row) throw new Error("no such batch")
    return row
  })
}

/** How many rows of a batch were settled before an instant and how many since, by the clock of the portal. */
export async function settledAround(ownerUrl: string, batchId: string, at: Date) {
  return await looking(ownerUrl, async (sql) => {
    const [row] = await sql<{ before: number; since: number }[]>`
      select (count(*) filter (where settled_at < ${at}))::int as before,
        (count(*) filter (where settled_at >= ${at}))::int as since
      from import_rows where batch_id = ${batchId}`
    return row ?? { before: 0, since: 0 }
  })
}

/** How much there is of all that an import could change, to be compared before and after. */
export async function countChangeable(ownerUrl: string): Promise<Record<string, number>> {
  return await looking(ownerUrl, async (sql) => {
    const tables = ["persons", "accounts", "memberships", "grants", "membership_offers", "invitations"]
    const counts: Record<string, number> = {}
    for (const table of [...tables, "outbox_mails"]) {
      const [row] = await sql`select count(*)::int as count from ${sql(table)}`
      counts[table] = row?.count
    }
    return counts
  })
}

/** The last day of the memberships that the rows of a batch offer, by the row's number. */
export async function lastDaysOf(ownerUrl: string, batchId: string, rows: readonly number[]) {
  return await looking(ownerUrl, async (sql) => {
    const found = await sql<{ day: string | null }[]>`
      select o.valid_until::text as day from import_rows r join membership_offers o on o.id = r.offer_id
      where r.batch_id = ${batchId} and r.number in ${sql(rows)} order by r.number`
    return found.map(({ day }) => day)
  })
}

async function looking<T>(ownerUrl: string, look: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    return await look(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
