import { mkdirSync, rmSync } from "node:fs"
import { expect, it, vi } from "vitest"

// The configuration is read when its module loads.
const home = vi.hoisted(() => {
  const folder = `/tmp/cast-home-${process.pid}`
  vi.stubEnv("DLA_SSO_HOME", folder)
  return folder
})

import { loadReference } from "@/db/reference/load"
import { ensureCast } from "@/db/seed/ensure-cast"
import { stampInstallation } from "@/db/seed/stamp"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { keyRing } from "@/lib/crypto/ring"
import { visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getCast } from "./get-cast"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:00:00Z")
const see = () => look(getCast, { db: database().db, actor: visitor, now, requestId: "test" }, {})
const nothing = { ok: false, refusal: { code: "not-found" } }

it("shows the cast in a stamped demonstration only", async () => {
  mkdirSync(home, { recursive: true })
  await loadReference(database().db, { now })
  const cards = await ensureCast(database().db, { home, ring: keyRing(), now })
  expect(await see()).toEqual(nothing)
  await database().owner`insert into installation (mode, stamped_at) values ('production', ${now})`
  expect(await see()).toEqual(nothing)
  await database().owner`delete from installation`
  expect(await stampInstallation(database().owner, "demo", now)).toMatch(/never stamped/)
  await database().owner`insert into installation (mode, stamped_at) values ('demo', ${now})`
  expect(await see()).toEqual({ ok: true, value: cards })
  rmSync(home, { recursive: true })
  expect(await see()).toEqual(nothing)
})
