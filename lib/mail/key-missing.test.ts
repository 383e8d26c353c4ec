import { expect, it, vi } from "vitest"
import { deliverNext } from "@/db/testing/deliver-next"
import { rings } from "@/db/testing/rings"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { enqueueMail } from "./enqueue"

const used = vi.hoisted(() => ({ ring: undefined as KeyRing | undefined }))
vi.mock("@/lib/crypto/ring", () => ({ keyRing: () => used.ring }))

const database = useTestDatabase()
const start = new Date("2026-11-21T01:30:00.000Z")
const send = (now: Date) =>
  deliverNext({
    db: database().db,
    transport: { send: async () => {}, close: () => {} },
    from: "DLA SSO <no-reply@sso.example>",
    host: "sso.example",
    origin: "https://sso.example",
    clock: () => now,
  })

it("a mail under a key that this process has not been given yet waits for one that has it", async () => {
  used.ring = rings.during
  const mail = { template: "new-device", locale: "th", to: "pa@example.go.th" } as const
  const props = { at: start.toISOString() }
  await database().db.transaction((tx) => enqueueMail(tx, { ...mail, props, now: start }))
  used.ring = rings.before
  expect(await send(start)).toBe("failed")
  const [row] = await database().owner`select last_error, dropped_at, props_sealed from outbox_mails`
  expect(row).toMatchObject({
    last_error: "key-missing k2",
    dropped_at: null,
    props_sealed: expect.any(Buffer),
  })
  used.ring = rings.during
  expect(await send(new Date(start.getTime() + 5000))).toBe("sent")
})
