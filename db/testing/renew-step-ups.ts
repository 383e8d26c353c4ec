import postgres from "postgres"

/** Makes the last proof of each of a person's sessions as fresh as if it were given just now. */
export async function renewStepUps(ownerUrl: string, username: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`update sessions set stepped_up_at = now()
      where account_id in (select id from accounts where username = ${username})`
  } finally {
    await sql.end()
  }
}
