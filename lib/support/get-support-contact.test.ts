import { describe, expect, it } from "vitest"
import { insertSetting } from "@/db/queries/settings"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getSupportContact } from "./get-support-contact"
import { supportContactKey } from "./schema"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const ask = () => look(getSupportContact, { db: test().db, actor: visitor, now, requestId: "test" }, {})
let version = 0
const set = (value: unknown) =>
  test().db.transaction((tx) =>
    insertSetting(tx, { key: supportContactKey, version: ++version, value, changedAt: now, changedBy: null }),
  )

describe("how the helpdesk is reached", () => {
  it("is empty, and no fault, until the Department sets it", async () => {
    expect(await ask()).toEqual({ ok: true, value: {} })
  })

  it("is shown to anyone, with a QR code for LINE OpenChat", async () => {
    const openChatUrl = "https://line.me/ti/g2/example"
    await set({ telephone: "0 2000 0000", hours: { th: "จันทร์–ศุกร์", en: "Monday to Friday" }, openChatUrl })
    const result = await ask()
    expect(result).toMatchObject({
      ok: true,
      value: { telephone: "0 2000 0000", openChat: { url: openChatUrl } },
    })
    expect(result.ok && result.value.openChat?.qr).toMatch(/^<svg /)
  })

  it("never leads to a host that is not LINE's", async () => {
    await set({ openChatUrl: "https://line.me.evil.example/x" })
    await expect(ask()).rejects.toThrow()
    await set({ openChatUrl: "javascript:alert(1)//line.me" })
    await expect(ask()).rejects.toThrow()
  })
})
