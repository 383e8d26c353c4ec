import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { env, required } from "@/lib/env"
import type { Database } from "./types"

/** A database handle with its own small pool. The caller that makes one closes it. */
export type Connection = { readonly db: Database; readonly close: () => Promise<void> }

/**
 * Opens a pool. Limits stand on the connection, so that no forgotten transaction can hold back others (or the sealing
 * of the audit, which waits for the oldest open one).
 */
export function connect(url: string, options: { readonly max?: number } = {}): Connection {
  const client = postgres(url, {
    max: options.max ?? env.DATABASE_POOL,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: "dla-sso",
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  })
  return { db: drizzle(client), close: () => client.end({ timeout: 5 }) }
}

// Next loads this module once per bundle; one process must still have one pool.
const held = globalThis as { __dlaSsoConnection?: Connection }

/** The portal's pool, opened at first use. */
export function database(): Database {
  held.__dlaSsoConnection ??= connect(required("DATABASE_URL"))
  return held.__dlaSsoConnection.db
}
