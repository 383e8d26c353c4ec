import postgres from "postgres"

/** Puts a person made for a journey into a unit, as its SSO Admin by an order where that is wished, beside what he has. */
export async function seatIn(
  url: string,
  seat: { readonly username: string; readonly unitCode: string; readonly order?: string },
): Promise<void> {
  const { username, unitCode, order } = seat
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`
      with seated as (
        insert into memberships (account_id, unit_id, post, staff_kind, state, valid_from)
        select a.id, u.id, 'นักวิชาการคอมพิวเตอร์', 'local-government', 'active', '2026-01-01'
        from accounts a, units u where a.username = ${username} and u.code = ${unitCode} returning id
      )
      insert into admin_appointments (membership_id, order_number, order_year_be, order_date, valid_from)
      select id, ${order ?? ""}, 2569, '2026-01-01', '2026-01-01' from seated where ${order !== undefined}`
  } finally {
    await sql.end()
  }
}
