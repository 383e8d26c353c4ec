import { expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { hashOnlyColumns, sealedColumns } from "./sealed-columns"

const database = useTestDatabase()

/**
 * Bytes that no key of the ring made: files, hashes of random values of the OpenID Provider, and the audit, whose links
 * name their key.
 */
const keyless = [
  "oidc_payloads.id_hash",
  "oidc_client_secrets.secret_hash",
  "why_traces.id_hash",
  "manual_files.content",
  "passkeys.public_key",
  "manual_files.sha256",
  "manual_versions.sha256",
  "documents.sha256",
  "decisions.mac",
  "audit_seals.mac",
  "audit_months.head_mac",
  "audit_months.closing_mac",
]

it("every column of bytes is renewed by the rotation, known to run out, or no key's", async () => {
  const rows = await database().owner`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    join pg_class t on t.relname = c.table_name and t.relkind in ('r', 'p') and not t.relispartition
    where c.table_schema = 'public' and c.data_type = 'bytea'`
  const listed = sealedColumns.flatMap(({ table, column, hash }) => [
    `${table}.${column}`,
    ...(hash ? [`${table}.${hash.column}`] : []),
  ])
  expect(rows.map((row) => row.name).toSorted()).toEqual(
    [...listed, ...hashOnlyColumns, ...keyless].toSorted(),
  )
})
