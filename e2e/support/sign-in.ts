import type { APIRequestContext, APIResponse, Page } from "@playwright/test"
import type { Welcome } from "./cast"
import { codesSeen, nextCode } from "./mailbox"
import { endTurn } from "./turn"

/** A plain form post without following the answer's 303. */
export function post(
  request: APIRequestContext,
  path: string,
  form: Record<string, string>,
): Promise<APIResponse> {
  return request.post(path, { form, maxRedirects: 0 })
}

/** Where an answer leads. */
export function leadsTo(answer: APIResponse): string | undefined {
  return answer.status() === 303 ? answer.headers().location : `status ${answer.status()}`
}

/** Signs in by plain HTTP requests; ends with the session's cookie in the request context. */
export async function signInByHttp(request: APIRequestContext, card: Welcome): Promise<APIResponse> {
  const seen = await codesSeen(request, card.email)
  const first = await post(request, "/api/login/password", {
    username: card.username,
    password: card.password,
  })
  if (leadsTo(first) !== "/login/otp") {
    endTurn(card.email)
    return first
  }
  return post(request, "/api/login/otp", { code: await nextCode(request, card.email, seen) })
}

/** Signs in as a person does, by the words on the screen. Ends on the portal. */
export async function signIn(page: Page, card: Welcome): Promise<void> {
  const seen = await codesSeen(page.request, card.email)
  await page.goto("/login")
  await page.getByLabel("รหัสผู้ใช้งาน (Username)").fill(card.username)
  await page.getByLabel("รหัสผ่าน (Password)").fill(card.password)
  await page.getByRole("button", { name: "เข้าสู่ระบบ", exact: true }).click()
  await page.waitForURL("**/login/otp")
  await page.getByLabel("รหัส OTP").fill(await nextCode(page.request, card.email, seen))
  await page.getByRole("button", { name: "ยืนยันรหัส" }).click()
  await page.waitForURL("**/portal")
}
