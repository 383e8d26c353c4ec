import postgres from "postgres"

/** How many offers stand open or were taken back to addresses of a domain; no person twice. */
export async function countImported(
  url: string,
  domain: string,
): Promise<{ open: number; withdrawn: number }> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await client<{ open: number; withdrawn: number }[]>`
      select count(distinct account_id) filter (where state = 'open')::int as open,
        count(*) filter (where state = 'withdrawn')::int as withdrawn
      from membership_offers where email like ${`%@${domain}`}`
    return row ?? { open: 0, withdrawn: 0 }
  } finally {
    await client.end()
  }
}
