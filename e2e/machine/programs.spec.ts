import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, type Page, test } from "@playwright/test"
import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { noteChange } from "../../db/testing/note-change"
import { renewStepUps } from "../../db/testing/renew-step-ups"
import { ownerUrl } from "../operations/own-home"
import { persona } from "../support/cast"
import { aClient, keeper } from "../support/clients"
import { post, signInByHttp } from "../support/sign-in"

test.use({ javaScriptEnabled: false })

const systemCode = "WELFARE"
const page = `/admin/systems/${systemCode}/machine`
const owner = () => ownerUrl(String(test.info().config.metadata.home))

async function enter({ request }: Page, username: string) {
  await forgetMailedCodes(owner())
  await signInByHttp(request, await persona(request, username))
  await renewStepUps(owner(), username)
}

/** A secret that a page shows this once. */
async function secretOn(shown: Page): Promise<string> {
  return (await shown.locator(".codes code").textContent()) ?? ""
}

test("a program gets a token and asks the API; an address is set, a secret shown once; without JavaScript", async ({
  page: screen,
}) => {
  await enter(screen, keeper)
  const clientPage = await aClient(screen.request, owner(), systemCode)
  const clientId = clientPage.split("/").at(-1) ?? ""
  await screen.goto(clientPage)
  await screen.getByRole("button", { name: "สร้างรหัสลับ" }).click()
  const secret = await secretOn(screen)

  await screen.goto(`/admin/systems/${systemCode}`)
  await screen.getByRole("link", { name: "การเชื่อมต่อของโปรแกรม" }).click()
  await screen.getByLabel("ทำเนียบหน่วยงานและ SSO Admin").check()
  await screen.getByRole("button", { name: "บันทึกสิ่งที่" }).click()
  await expect(screen.getByRole("status")).toContainText("มีผลทันที")

  const headers = { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString("base64")}` }
  const form = { grant_type: "client_credentials", scope: "directory.read changes.read" }
  const token = await screen.request.post("/oidc/token", { headers, form })
  const { access_token: bearer, scope } = await token.json()
  expect(scope).toBe("directory.read")
  const api = { headers: { authorization: `Bearer ${bearer}` } }
  const unit = await screen.request.get("/api/v1/units/06360207", api)
  expect(await unit.json()).toMatchObject({ code: "06360207", provinceCode: "36" })
  expect((await screen.request.get("/api/v1/changes", api)).status()).toBe(403)
  expect((await screen.request.get("/api/v1/units")).status()).toBe(401)

  await screen.goto(page)
  await screen.getByLabel("ที่อยู่รับแจ้ง").fill("https://10.0.0.1/hook")
  await screen.getByRole("button", { name: "บันทึกที่อยู่" }).click()
  await expect(screen.locator("main").getByRole("alert")).toContainText("เครือข่ายภายใน")
  await expect(screen.getByLabel("ที่อยู่รับแจ้ง")).toHaveValue("https://10.0.0.1/hook")
})

test("the address of a system is called by the jobs, and the report says what came of it", async ({
  page: screen,
}) => {
  const heard: string[] = []
  const receiver = createServer((req, res) => {
    heard.push(String(req.headers["webhook-signature"]))
    req.resume()
    res.writeHead(204).end()
  })
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done))
  try {
    await enter(screen, keeper)
    const code = "CCIS"
    const clientId = (await aClient(screen.request, owner(), code)).split("/").at(-1) ?? ""
    await renewStepUps(owner(), keeper)
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
    const forms = "/api/admin/systems/machine"
    await post(screen.request, `${forms}/address`, { systemCode: code, version: "0", clientId, url })
    await screen.goto(`/admin/systems/${code}/machine`)
    await screen.getByRole("button", { name: "สร้างรหัสลับ" }).click()
    expect(await secretOn(screen)).toMatch(/^whsec_/)
    await screen.getByRole("link", { name: "คัดลอกแล้ว" }).click()
    const report = screen.getByRole("region", { name: "รายงานการแจ้งเตือน" })
    await expect(report).toContainText("แจ้งแล้ว ๐ รายการ")
    await noteChange(owner(), code)
    await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(1)
    expect(heard[0]).toMatch(/^v1,/)
    await screen.reload()
    await expect(report).toContainText("แจ้งแล้ว ๑ รายการ")
    await expect(report).toContainText("ตอบ ๒๐๔")
    await screen.getByRole("button", { name: "ส่งอีกครั้ง" }).click()
    await expect.poll(() => heard.length, { timeout: 15_000 }).toBe(2)
    await screen.getByRole("button", { name: "หยุดแจ้งเตือน" }).click()
    await expect(screen.locator("main")).toContainText("มีผู้สั่งหยุด")
    await screen.getByRole("button", { name: "เริ่มแจ้งเตือนอีกครั้ง" }).click()
    await expect(screen.getByRole("status")).toContainText("อีกครั้ง")
  } finally {
    receiver.close()
  }
})
