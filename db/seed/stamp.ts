import type postgres from "postgres"

/** A mode of the portal. */
export type Mode = "demo" | "production"

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
    const [stamp] = await tx<{ mode: Mode }[]>`select mode from installation`
    if (stamp) {
      if (stamp.mode === mode) return undefined
      return mode === "production"
        ? "this database belongs to a demonstration; production needs one of its own"
        : "this database belongs to a production portal; a demonstration must not touch it"
    }
    const [holds] = await tx<{ accounts: boolean }[]>`select exists (select 1 from accounts) as accounts`
    if (mode === "demo" && holds?.accounts) {
      return "this database holds accounts and was never stamped as a demonstration's; a demonstration must not touch it"
    }
    await tx`insert into installation (mode, stamped_at) values (${mode}, ${now})`
    return undefined
  })
}
