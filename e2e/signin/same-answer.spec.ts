import { expect } from "@playwright/test"
import { nationalIdCheckDigit } from "../../lib/identity/rules"
import { type OwnDemo, test } from "../operations/own-demo"
import type { RawAnswer } from "../support/raw-http"

test.setTimeout(120_000)

/** An answer as bytes, but for what no two answers share: nonce, date and the end of a wait. */
function comparable({ status, headers, text }: RawAnswer): string {
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "-"
  const cookies = (headers["set-cookie"] ?? []).map((line) =>
    line.replace(/refusal=([\w-]+)/, (_all, value: string) => {
      const facts = JSON.parse(Buffer.from(value, "base64url").toString("utf8"))
      return `refusal=${JSON.stringify({ ...facts, until: facts.until !== undefined })}`
    }),
  )
  const { date: _, "set-cookie": __, ...rest } = headers
  const times =
    /\d{1,2}:\d{2}(?::\d{2})?|[๐-๙]{1,2}:[๐-๙]{2}(?::[๐-๙]{2})?|\d{4}-\d\d-\d\dT[\d:.]+Z|[\d๐-๙]+ (?:วินาที|นาที)/g
  return JSON.stringify([status, rest, cookies, text]).replaceAll(nonce, "nonce").replace(times, "time")
}

/** Six failures of one browser: each answer, and the page it leads to. */
async function failures(demo: OwnDemo, username: string): Promise<string[]> {
  const browser = demo.browser()
  const answers: string[] = []
  for (let failure = 1; failure <= 6; failure++) {
    const answer = await browser.post("/api/login/password", { username, password: "ไม่ใช่รหัสผ่านของใครเลย" })
    answers.push(comparable(answer), comparable(await browser.get(answer.headers.location ?? "/")))
  }
  return answers
}

test("a wrong password is answered byte for byte alike for known, unknown, invited, suspended and mailless people", async ({
  demo,
}) => {
  const number = `199900000001${nationalIdCheckDigit("199900000001")}`
  const wanted = await failures(demo, "nobody.of.this.name")
  expect(wanted[0]).toContain("/login?refused=signin.wrong")
  expect(wanted.at(-2)).toContain("/login/wait?refused=signin.wait")
  const known = ["arthit.d", "1360999000042", "refused.suspended", "refused.invited", "refused.no-email"]
  for (const username of [...known, number]) expect(await failures(demo, username), username).toEqual(wanted)
})
