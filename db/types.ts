import type { PostgresJsDatabase } from "drizzle-orm/postgres-js"

/** The database as the portal's role sees it. */
export type Database = PostgresJsDatabase<Record<string, never>>

/** An open transaction. Steps take it first, so that nobody can forget to be in one. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0]

/** Either of the two, for queries that only look. */
export type Executor = Database | Transaction
