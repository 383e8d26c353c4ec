import { beforeEach, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { ensureInfo } from "./ensure-info"

const test = useTestDatabase()
const at = { origin: "http://127.0.0.1:4001", secret: "s".repeat(43), now: new Date("2026-12-02T03:00:00Z") }

beforeEach(async () => {
  await test().owner`truncate oidc_client_secrets, oidc_clients, opening_periods, systems cascade`
  await test()
    .owner`insert into systems (code, name_th, name_en, purpose_th, purpose_en, category, state, sort)
    values ('INFO', 'ก', 'INFO', 'ก', 'x', 'reports', 'not-connected', 1)`
  await test()
    .owner`insert into opening_periods (system_code, name_th, name_en, scope, opens_on, closes_on, created_at)
    values ('INFO', 'ไตรมาส', 'Quarter', 'record', '2026-12-01', '2026-12-30', now())`
})

it("registers INFO where it listens this time, with the same secret, and opens it", async () => {
  await ensureInfo(test().db, at)
  await ensureInfo(test().db, { ...at, origin: "http://127.0.0.1:4002" })
  const [client] = await test().owner`select * from oidc_clients where id = 'info'`
  expect(client).toMatchObject({
    redirect_uris: ["http://127.0.0.1:4002/callback"],
    start_uri: "http://127.0.0.1:4002/sign-in",
    scopes: expect.not.arrayContaining(["nid"]),
  })
  expect(await test().owner`select 1 from oidc_client_secrets`).toHaveLength(1)
  expect(await test().owner`select state from systems`).toEqual([{ state: "open" }])
})

it("opens a round of the demonstration around today, once, beside one that is real", async () => {
  await ensureInfo(test().db, at)
  await ensureInfo(test().db, { ...at, now: new Date("2026-12-03T03:00:00Z") })
  const periods = await test().owner`
    select scope, opens_on::text as opens, closes_on::text as closes from opening_periods order by opens_on, scope`
  expect(periods).toEqual([
    { scope: "record", opens: "2026-12-01", closes: "2026-12-30" },
    { scope: "certify", opens: "2026-12-02", closes: "2027-02-01" },
    { scope: "record", opens: "2026-12-02", closes: "2027-02-01" },
  ])
})

it("leaves an INFO that the Department has changed as it is", async () => {
  await test().owner`update systems set version = 2, state = 'closed'`
  await ensureInfo(test().db, at)
  expect(await test().owner`select state from systems`).toEqual([{ state: "closed" }])
  expect(await test().owner`select 1 from opening_periods`).toHaveLength(1)
})
