import postgres from "postgres"

/** Lets a system's feed tell that a unit changed, which nobody's rights rest on. */
export async function noteChange(ownerUrl: string, systemCode: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`insert into system_changes (system_code, kind, unit_id, unit_code, roles)
      select ${systemCode}, 'unit-changed', id, code, '{}' from units where code = '06360207'`
  } finally {
    await sql.end()
  }
}
