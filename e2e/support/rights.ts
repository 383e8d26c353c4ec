import type { APIRequestContext } from "@playwright/test"
import { post } from "./sign-in"

/** The membership of who is signed in, as the links of his list of systems have it. */
export async function ownSeat(request: APIRequestContext): Promise<string> {
  const page = await (await request.get("/portal/rights")).text()
  return /\/portal\/rights\/[A-Z0-9-]+\?m=([0-9a-f-]{36})/.exec(page)?.[1] ?? ""
}

/** Asks for the first free role of a system; one that was asked for before waits still. */
export async function askForRight(request: APIRequestContext, system: string): Promise<void> {
  const membershipId = await ownSeat(request)
  const page = await (await request.get(`/portal/rights/${system}?m=${membershipId}`)).text()
  const systemRoleId = /name="systemRoleId" value="([^"]+)"/.exec(page)?.[1]
  if (!systemRoleId) return
  await post(request, "/api/rights", { membershipId, system, systemRoleId, reason: "ได้รับมอบหมายให้บันทึกข้อมูล" })
}
