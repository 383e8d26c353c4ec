import { DrizzleQueryError } from "drizzle-orm"
import { PgPreparedQuery } from "drizzle-orm/pg-core"

/**
 * A statement that failed: what kind of failure, and the text with its placeholders. The values that went with it stay
 * out, since every thrown error reaches the log and one of them may be a password typed in the wrong field.
 */
export class StatementFailed extends Error {
  override readonly name = "StatementFailed"
  /** SQLSTATE (PostgreSQL, appendix A), or the system's code where there was no answer. */
  readonly code: string
  readonly constraint: string | undefined

  constructor(statement: string, cause: unknown) {
    const { code, constraint_name: constraint } = (cause ?? {}) as {
      code?: unknown
      constraint_name?: unknown
    }
    const known = typeof code === "string" ? code : "unknown"
    super(`${known} in: ${statement.replace(/\s+/g, " ").trim()}`)
    this.code = known
    this.constraint = typeof constraint === "string" ? constraint : undefined
  }
}

type Runs = { queryWithCache: (...args: unknown[]) => Promise<unknown> }

const patched = Symbol.for("dla-sso.without-values")

/**
 * Makes drizzle's failures forget the values. Drizzle writes all of them into the message, and PostgreSQL quotes rows
 * in its details; neither can be told not to. Each bundle of Next has a drizzle of its own, so each patches its own.
 */
export function failWithoutValues(): void {
  const runs = PgPreparedQuery.prototype as unknown as Runs & { [patched]?: true }
  if (runs[patched]) return
  runs[patched] = true
  const { queryWithCache } = runs
  runs.queryWithCache = async function (...args) {
    try {
      return await Reflect.apply(queryWithCache, this, args)
    } catch (thrown) {
      throw thrown instanceof DrizzleQueryError ? new StatementFailed(thrown.query, thrown.cause) : thrown
    }
  }
}
