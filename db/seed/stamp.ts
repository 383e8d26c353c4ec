import type postgres from "postgres"

/** A mode of the portal. */
export type Mode = "demo" | "production"

/**
 * What is wrong with a database for this mode, asked before anything in it is touched, the schema and the roles
 * included.
 *
 * @returns nothing when all is well (a database that holds nothing of ours yet included), else a sentence
 */
export async function foreignInstallation(owner: postgres.Sql, mode: Mode): Promise<string | undefined> {
  const [there] = await owner<{ ours: boolean }[]>`
    select to_regclass('public.installation') is not null and to_regclass('public.accounts') is not null as ours`
  return there?.ours ? wrongFor(owner, mode) : undefined
}

/**
 * Stamps a database at its first start and holds it to that stamp: production refuses a demonstration's database, a
 * demonstration refuses one that holds accounts and was never stamped as its own. As the owner; the portal's role may
 * only read the stamp.
 *
 * @returns nothing when all is well, else a sentence that says what is wrong
 */
export async function stampInstallation(
  owner: postgres.Sql,
  mode: Mode,
  now: Date,
): Promise<string | undefined> {
  return owner.begin(async (tx) => {
    await tx`lock table installation in exclusive mode`
    const wrong = await wrongFor(tx, mode)
    if (wrong) return wrong
    await tx`insert into installation (mode, stamped_at) values (${mode}, ${now}) on conflict do nothing`
    return undefined
  })
}

async function wrongFor(
  sql: postgres.Sql | postgres.TransactionSql,
  mode: Mode,
): Promise<string | undefined> {
  const [stamp] = await sql<{ mode: Mode }[]>`select mode from installation`
  if (stamp) {
    if (stamp.mode === mode) return undefined
    return mode === "production"
      ? "this database belongs to a demonstration; production needs one of its own"
      : "this database belongs to a production portal; a demonstration must not touch it"
  }
  const [holds] = await sql<{ accounts: boolean }[]>`select exists (select 1 from accounts) as accounts`
  return mode === "demo" && holds?.accounts
    ? "this database holds accounts and was never stamped as a demonstration's; a demonstration must not touch it"
    : undefined
}
