import { randomUUID } from "node:crypto"
import postgres from "postgres"
import { connect } from "@/db/client"
import type { Database } from "@/db/types"

/** Name of the migrated database from which each worker's own is copied. */
export const templateName = "dla_sso_template"

/** A worker's own database, with both views of it: the portal's role, and the owner for looking behind the scenes. */
export type TestDatabase = {
  readonly db: Database
  readonly owner: postgres.Sql
  readonly portalUrl: string
  readonly ownerUrl: string
  readonly drop: () => Promise<void>
}

/**
 * Copies the migrated template into a database of its own. The server is the one that the global set-up of the test
 * run started; its addresses come through `TEST_OWNER_URL` and `TEST_PORTAL_URL`.
 */
export async function testDatabase(urls: {
  readonly owner: string
  readonly portal: string
}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`
  const admin = postgres(urls.owner, { max: 1, onnotice: () => {} })
  try {
    await admin`create database ${admin(name)} template ${admin(templateName)}`
  } finally {
    await admin.end()
  }
  const [ownerUrl, portalUrl] = [onDatabase(urls.owner, name), onDatabase(urls.portal, name)]
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} })
  const { db, close } = connect(portalUrl, { max: 8 })
  return {
    db,
    owner,
    portalUrl,
    ownerUrl,
    drop: async () => {
      await close()
      await owner.end()
      const again = postgres(urls.owner, { max: 1, onnotice: () => {} })
      await again`drop database if exists ${again(name)} with (force)`
      await again.end()
    },
  }
}

/** The same server and role, another database. */
export function onDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
