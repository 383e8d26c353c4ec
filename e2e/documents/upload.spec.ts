import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { expect, type Page, test } from "@playwright/test"
import { image, vastPng } from "../../db/factories/image"
import { pdf } from "../../db/factories/pdf"
import { expectSound } from "../support/expect-sound"

test.setTimeout(120_000)

/** Begins a request for an account, and goes to its page of documents. */
async function atDocuments(page: Page): Promise<void> {
  const begun = await page.request.post("/api/register", {
    form: { privacyVersion: "1", isRead: "1" },
    maxRedirects: 0,
  })
  expect(begun.headers().location).toContain("/register/person")
  await page.goto("/register/documents")
  await expect(page.getByRole("heading", { name: "ไฟล์ที่ส่งแล้ว" })).toBeVisible()
}

const sized = (sizeBytes: number) => pdf({ text: String(Math.random()), sizeBytes })
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer })
const chooser = (page: Page) => page.locator("input[type=file][multiple]")
const line = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name })

test("files go as soon as they are chosen, are judged, and each refusal has its own sentence", async ({
  page,
}) => {
  await atDocuments(page)
  await chooser(page).setInputFiles([
    file("คำสั่งแต่งตั้ง.pdf", pdf({ pages: 2 })),
    file("ภาพถ่าย.pdf", await image()),
    file("ใหญ่.png", vastPng(50_000)),
    file("มีสคริปต์.pdf", pdf({ catalogue: "/Names << /JavaScript 9 0 R >>" })),
    file("เปลี่ยนชื่อ.pdf", Buffer.from(`MZ${"\0".repeat(300)}`)),
  ])
  await expect(line(page, "เปลี่ยนชื่อ.pdf")).toContainText("ไฟล์นี้เป็นโปรแกรม", { timeout: 60_000 })
  await expect(line(page, "คำสั่งแต่งตั้ง.pdf")).toContainText("๒ หน้า")
  await expect(line(page, "คำสั่งแต่งตั้ง.pdf")).toContainText("ใช้ได้")
  await expect(line(page, "คำสั่งแต่งตั้ง.pdf")).toContainText("ยังไม่ได้ตรวจไวรัส")
  await expect(line(page, "ภาพถ่าย.pdf")).toContainText("รับไว้เป็น ภาพ JPEG")
  await expect(line(page, "ใหญ่.png")).toContainText("๕๐ ล้านพิกเซล")
  await expect(line(page, "มีสคริปต์.pdf")).toContainText("สคริปต์")
  await expectSound(page, "documents")
  await line(page, "ใหญ่.png").getByRole("button", { name: "ลบ ใหญ่.png" }).click()
  await expect(line(page, "ใหญ่.png")).toHaveCount(0)
})

test("a file that is too large, and an empty one, are refused before anything is sent", async ({ page }) => {
  await atDocuments(page)
  await chooser(page).setInputFiles([
    file("ใหญ่ไป.pdf", sized(10 * 1024 * 1024 + 1)),
    file("ว่าง.pdf", Buffer.alloc(0)),
  ])
  await expect(page.getByText("ไฟล์ใหญ่เกิน ๑๐ เมกะไบต์", { exact: false })).toBeVisible()
  await expect(page.getByText("ไฟล์นี้ว่างเปล่า", { exact: false })).toBeVisible()
  await page.reload()
  await expect(page.getByText("ยังไม่มีไฟล์")).toBeVisible()
})

test("sending goes on from where it stopped when the line was lost, and says so meanwhile", async ({
  page,
  context,
  baseURL,
}) => {
  const wire = await openWire(baseURL ?? "")
  const lines = await context.newCDPSession(page)
  await lines.send("Network.enable")
  const slow = { offline: false, latency: 5, downloadThroughput: -1 }
  const offsets: number[] = []
  page.on("request", (request) => {
    if (request.method() === "PATCH") offsets.push(Number(request.headers()["upload-offset"]))
  })
  try {
    await atDocuments(page)
    await page.goto(`${wire.origin}/register/documents`)
    await lines.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: 1_000_000 })
    await chooser(page).setInputFiles(file("สแกน.pdf", sized(4_000_000)))
    const progress = page.getByRole("progressbar")
    await expect.poll(async () => Number(await progress.getAttribute("value"))).toBeGreaterThan(1_500_000)
    wire.cut()
    await expect(page.getByText("การเชื่อมต่อขาดช่วง", { exact: false })).toBeVisible()
    wire.mend()
    await expect(line(page, "สแกน.pdf")).toContainText("ใช้ได้", { timeout: 60_000 })
    expect(offsets[0]).toBe(0)
    expect(offsets.at(-1)).toBeGreaterThan(500_000)
  } finally {
    wire.close()
  }
})

/** A wire to the portal that can be cut: what goes through it is dropped, and nothing comes through until it is mended. */
async function openWire(base: string) {
  const { hostname, port } = new URL(base)
  const ends = new Set<Socket>()
  let isCut = false
  const server = createServer((from) => {
    if (isCut) return from.destroy()
    const to = connect({ host: hostname, port: Number(port) })
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      ends.add(one)
      one.pipe(other)
      one.on("error", () => other.destroy())
      one.on("close", () => {
        ends.delete(one)
        other.destroy()
      })
    }
  })
  server.listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const cut = () => {
    isCut = true
    for (const end of ends) end.destroy()
  }
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false
    },
    close: () => {
      cut()
      server.close()
    },
  }
}

test("sending can be cancelled, and the same file later goes on", async ({ page, context }) => {
  await atDocuments(page)
  const lines = await context.newCDPSession(page)
  await lines.send("Network.enable")
  const slow = { offline: false, latency: 5, downloadThroughput: -1 }
  await lines.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: 800_000 })
  const scan = file("สแกน.pdf", sized(4_000_000))
  await chooser(page).setInputFiles(scan)
  const progress = page.getByRole("progressbar")
  await expect.poll(async () => Number(await progress.getAttribute("value"))).toBeGreaterThan(1_200_000)
  await page.getByRole("button", { name: "ยกเลิกการส่ง สแกน.pdf" }).click()
  await expect(page.getByText("ยกเลิกแล้ว")).toBeVisible()
  await page.reload()
  await expect(line(page, "สแกน.pdf")).toContainText("ยังส่งไม่ครบ")
  await lines.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 })
  await chooser(page).setInputFiles(scan)
  await expect(line(page, "สแกน.pdf")).toContainText("ใช้ได้", { timeout: 60_000 })
  await expect(page.getByRole("listitem").filter({ hasText: "สแกน.pdf" })).toHaveCount(1)
})

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false })

  test("several files go as a plain form, and the page says what became of each", async ({ page }) => {
    await atDocuments(page)
    await chooser(page).setInputFiles([
      file("๑.pdf", pdf({ pages: 3 })),
      file("๒.pdf", pdf({ trailer: "/Encrypt 9 0 R" })),
    ])
    await page.getByRole("button", { name: "ส่งไฟล์ที่เลือก" }).click()
    await expect(async () => {
      await page.goto("/register/documents")
      await expect(line(page, "๑.pdf")).toContainText("ใช้ได้", { timeout: 500 })
      await expect(line(page, "๒.pdf")).toContainText("มีรหัสผ่าน", { timeout: 500 })
    }).toPass({ timeout: 60_000 })
    await page.getByRole("button", { name: "ส่งไฟล์ที่เลือก" }).click()
    await expect(page.locator("main").getByRole("alert")).toContainText("ยังไม่ได้เลือกไฟล์")
  })
})
