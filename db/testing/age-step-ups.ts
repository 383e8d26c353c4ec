import postgres from "postgres"

/** Makes the last proof of each of a person's sessions six minutes older, so that a test needn't wait. */
export async function ageStepUps(ownerUrl: string, username: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`update sessions set stepped_up_at = stepped_up_at - interval '6 minutes'
      where account_id in (select id from accounts where username = ${username})`
  } finally {
    await sql.end()
  }
}
