import { rm } from "node:fs/promises"
import postgres from "postgres"
import type { TestProject } from "vitest/node"
import { migrate } from "@/db/migrate"
import { onDatabase, templateName } from "./test-database"
import { testServer } from "./test-server"

/** Vitest's global set-up: one server for the run, with the migrated template from which test files copy theirs. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  await owner`create database ${owner(templateName)}`
  await owner.end()
  await migrate(onDatabase(server.ownerUrl, templateName), server.portal, { now: new Date() })
  project.provide("ownerUrl", server.ownerUrl)
  project.provide("portalUrl", server.portalUrl)
  return async () => {
    await server.stop()
    const { STORAGE_DIR } = project.config.env
    if (STORAGE_DIR) await rm(STORAGE_DIR, { recursive: true, force: true })
  }
}
