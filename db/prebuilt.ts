import { fillPlaceholders, Placeholder, type SQL, sql } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import type postgres from "postgres"
import type { Executor } from "./types"
import { StatementFailed } from "./without-values"

/** A value of a statement as the driver takes it; an instant as ISO 8601. */
type Value = string | number | boolean | Buffer | null

/** A statement that runs with these values. */
export type Prebuilt<Name extends string> = <Row>(
  db: Executor,
  values: Readonly<Record<Name, Value>>,
) => Promise<Row[]>

/** Hashes as one value, for `= any(…::text::bytea[])`: a list of values would make the text as long as itself. */
export function hashList(hashes: readonly Buffer[]): string {
  return `{${hashes.map((hash) => `"\\\\x${hash.toString("hex")}"`).join(",")}}`
}

/**
 * A statement whose text is put together once and not at each call, which for a long one takes drizzle longer than the
 * server takes to run it. A value that stands in several places is sent once, so its places have to agree on its type.
 *
 * @param names of the values
 * @param build the statement, given each value as what stands in its place
 * @returns what runs it, in a transaction or outside; throws `StatementFailed` where it fails
 */
export function prebuilt<Name extends string>(
  names: readonly Name[],
  build: (given: Readonly<Record<Name, SQL>>) => SQL,
): Prebuilt<Name> {
  const given = Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`]))
  const { sql: numbered, params } = new PgDialect().sqlToQuery(build(given as Record<Name, SQL>))
  const order: unknown[] = []
  const text = numbered.replace(/\$(\d+)/g, (_, nth: string) => `$${placeOf(params[Number(nth) - 1], order)}`)
  return async <Row>(db: Executor, values: Readonly<Record<Name, Value>>) => {
    const { client } = db._.session as unknown as { readonly client: postgres.Sql }
    try {
      return [...(await client.unsafe(text, fillPlaceholders(order, values) as Value[]))] as Row[]
    } catch (thrown) {
      throw new StatementFailed(text, thrown)
    }
  }
}

/** The number under which a value is sent: the one it has already, else the next. */
function placeOf(param: unknown, order: unknown[]): number {
  const isSame = (known: unknown) =>
    known instanceof Placeholder && param instanceof Placeholder && known.name === param.name
  const known = order.findIndex(isSame)
  return known < 0 ? order.push(param) : known + 1
}
