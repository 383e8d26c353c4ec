import { expect } from "@playwright/test"
import { generateSync } from "otplib"
import { test } from "../operations/own-demo"

const code = (secret: string, steps: number) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })

test("from the Department's day on a mailed code opens no console, and an authenticator app does", async ({
  demo,
}) => {
  const officer = demo.browser()
  await demo.signIn(officer, "dla.officer")
  const look = async (path: string) => {
    const { status, headers } = await officer.get(path)
    return status === 200 ? "shown" : headers.location
  }
  expect(await look("/admin/manuals")).toBe("shown")
  await demo.owner`insert into settings (key, value, changed_at)
    values ('signin.strong-factor-from', to_jsonb(${new Date(Date.now() - 60_000).toISOString()}::text), now())`
  try {
    expect(await look("/admin/manuals")).toContain("/portal/strong-factor")
    expect(await look("/portal")).toBe("shown")
    const refused = await officer.post("/api/admin/settings/contact", { version: "1", th: "x", en: "x" })
    expect(refused.headers.location, "nor does its form").not.toContain("done")

    await officer.post("/api/account/factors/begin", {})
    const { text } = await officer.get("/account/factors")
    const secret = (/font-mono[^>]*>([A-Z2-7\s]+)</.exec(text)?.[1] ?? "").replaceAll(/\s/g, "")
    const confirmed = await officer.post("/api/account/factors/confirm", {
      name: "เครื่องทดสอบ",
      code: code(secret, -1),
    })
    expect(confirmed.status, "the recovery codes").toBe(200)
    expect(await look("/admin/manuals")).toBe("shown")

    const again = demo.browser()
    const { username, password } = await demo.persona("dla.officer")
    const first = await again.post("/api/login/password", { username, password })
    expect(first.headers.location).toBe("/login/factor")
    const second = await again.post("/api/login/factor", { code: code(secret, 0) })
    expect(second.headers.location).toBe("/portal")
    expect((await again.get("/admin/manuals")).status).toBe(200)
  } finally {
    await demo.owner`delete from settings where key = 'signin.strong-factor-from'`
    await demo.owner`delete from totp_factors`
    await demo.owner`delete from recovery_codes`
  }
})
