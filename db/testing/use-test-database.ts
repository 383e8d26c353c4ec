import { afterAll, beforeAll, inject } from "vitest"
import type { TestDatabase } from "./test-database"
import { testDatabase } from "./test-database"

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string
    portalUrl: string
    /** Which random trees are grown for the powers, and how many. */
    powers: { readonly seed: number; readonly trees: number; readonly isUsual: boolean }
  }
}

/** For a test file: a database of its own, made before its tests and dropped after them. */
export function useTestDatabase(): () => TestDatabase {
  let made: TestDatabase | undefined
  beforeAll(async () => {
    made = await testDatabase({ owner: inject("ownerUrl"), portal: inject("portalUrl") })
  })
  afterAll(async () => {
    await made?.drop()
  })
  return () => {
    if (!made) throw new Error("the test database is made before all tests; ask for it inside one")
    return made
  }
}
