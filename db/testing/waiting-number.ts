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
