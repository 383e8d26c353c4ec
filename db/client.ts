import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { env, required } from "@/lib/env"
import type { Database } from "./types"
import { failWithoutValues } from "./without-values"

/** A database handle with its own small pool. The caller that makes one closes it. */
export type Connection = { readonly db: Database; readonly close: () => Promise<void> }

/**
 * Opens a pool. Limits stand on the connection, so that no forgotten transaction can hold back others (or the sealing
 * of the audit, which waits for the oldest open one).
 */
export function connect(
  url: string,
  options: {
    readonly max?: number
    /** Every statement by the one plan that each connection keeps for all its values (docs/decisions/0030, 0031). */
    readonly keepsPlans?: boolean
    /** Told every statement with its values, for tests that count them and the bench that looks at their plans. */
    readonly onStatement?: (text: string, values: readonly unknown[]) => void
  } = {},
): Connection {
  const { onStatement } = options
  failWithoutValues()
  const client = postgres(url, {
    max: options.max ?? env.DATABASE_POOL,
    idle_timeout: 60,
    onnotice: () => {},
    // Seconds before the next attempt. The driver's own go up to 20: that long requests would hang, and the portal
    // would still be away when the database is back.
    backoff: (attempts: number) => Math.min(3 ** attempts / 100, 1),
    ...(onStatement
      ? { debug: (_: number, text: string, values: readonly unknown[]) => onStatement(text, values) }
      : {}),
    connection: {
      application_name: "dla-sso",
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
      ...(options.keepsPlans ? { plan_cache_mode: "force_generic_plan" } : {}),
    },
  })
  return { db: drizzle(preparing(client)), close: () => client.end({ timeout: 5 }) }
}

// Next loads this module once per bundle; one process must still have one pool.
const held = globalThis as { __dlaSsoConnection?: Connection; __dlaSsoProviderConnection?: Connection }

/** The portal's pool, opened at first use. */
export function database(): Database {
  held.__dlaSsoConnection ??= connect(required("DATABASE_URL"))
  return held.__dlaSsoConnection.db
}

/**
 * The OpenID Provider's pool, opened at first use. Its statements are few and long, go by unique keys, and are asked at each
 * use of a token: left to itself the server would plan them anew each time, which takes fifty times as long as to run them.
 */
export function providerDatabase(): Database {
  held.__dlaSsoProviderConnection ??= connect(required("DATABASE_URL"), { keepsPlans: true })
  return held.__dlaSsoProviderConnection.db
}

/** Closes the pools, for a process that ends by itself. */
export async function closeDatabase(): Promise<void> {
  await Promise.all([held.__dlaSsoConnection?.close(), held.__dlaSsoProviderConnection?.close()])
}

type Unsafe = postgres.Sql["unsafe"]

/**
 * Makes the driver prepare what drizzle sends, against drizzle's own word. Unprepared, postgres.js asks the server to
 * describe every statement before it runs it: twice the round trips, and a new plan each time. The texts are few and
 * fixed, so each connection may keep their plans.
 */
function preparing<S extends postgres.Sql | postgres.TransactionSql>(client: S): S {
  const unsafe: Unsafe = client.unsafe
  const patched = Object.assign(client, {
    unsafe: ((text, values, options) => unsafe(text, values, { ...options, prepare: true })) as Unsafe,
  })
  if ("begin" in client) {
    const { begin } = client
    Object.assign(patched, {
      begin: (work: (tx: postgres.TransactionSql) => unknown) => begin((tx) => work(preparing(tx))),
    })
  }
  return patched
}
