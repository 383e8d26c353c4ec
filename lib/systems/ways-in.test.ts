import { beforeAll, expect, it } from "vitest"
import { oidcClients } from "@/db/schema/oidc"
import { orderStart } from "@/db/testing/order-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getLauncher } from "./get-launcher"

const test = useTestDatabase()
const { admin, system, does } = rightsSteps(test)
let one: AccountActor
let systemCode = ""

beforeAll(async () => {
  const roles = await system()
  systemCode = roles.code
  one = await admin("06360207", false)
  await does(await admin("06360207"), "grant", one, roles.recorder)
})

async function tile() {
  const found = await look(getLauncher, { db: test().db, actor: one, now: orderStart, requestId: "test" }, {})
  return found.ok ? found.value.held[0] : undefined
}

const client = (id: string, more: Partial<typeof oidcClients.$inferInsert> = {}) =>
  test()
    .db.insert(oidcClients)
    .values({
      id,
      systemCode,
      name: id,
      authMethod: "client_secret_basic",
      redirectUris: ["https://rp.example/cb"],
      scopes: ["openid"],
      startUri: `https://${id}.example/`,
      createdAt: orderStart,
      ...more,
    })

it("leads to where the system's open client begins a sign-in, and tells when the person last went in", async () => {
  await client("sandbox", { isSandbox: true })
  await client("closed", { closedAt: orderStart })
  await client("silent", { startUri: null })
  expect(await tile()).toMatchObject({ systemCode, startUri: undefined, openedAt: undefined })
  await client("real")
  const membershipId = one.seats[0]?.membershipId ?? ""
  await test().owner`insert into system_openings values (${membershipId}, ${systemCode}, ${orderStart})`
  expect(await tile()).toMatchObject({ startUri: "https://real.example/", openedAt: orderStart })
})
