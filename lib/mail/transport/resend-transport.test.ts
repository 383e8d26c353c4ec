import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { resendTransport } from "./resend-transport"
import type { Outgoing } from "./transport"

type Heard = { path: string; key: string; authorization: string; body: Record<string, unknown> }

const mail: Outgoing = {
  id: "0c0ffee0-0000-4000-8000-000000000002",
  from: "DLA SSO <no-reply@sso.example>",
  to: "pa@example.go.th",
  subject: "รหัส OTP",
  text: "048213",
  html: "<p>048213</p>",
  sentAt: new Date("2026-11-21T01:30:00Z"),
}

let server: Server
let url: string
let heard: Heard[] = []
let answer: { status: number; body: unknown }

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = ""
    request.on("data", (part: Buffer) => {
      text += part.toString("utf8")
    })
    request.on("end", () => {
      const { "idempotency-key": key = "", authorization = "" } = request.headers
      heard.push({ path: request.url ?? "", key: String(key), authorization, body: JSON.parse(text) })
      response.writeHead(answer.status, { "content-type": "application/json" })
      response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  heard = []
})

const refusal = (status: number, name: string) => ({
  status,
  body: { statusCode: status, name, message: `${mail.to} is the trouble` },
})

describe("mail by Resend", () => {
  it("is handed over with an idempotency key that stays the same", async () => {
    answer = { status: 200, body: { id: "re_1" } }
    const transport = resendTransport("re_test", url)
    await transport.send(mail)
    await transport.send(mail)
    expect(heard.map(({ path, key, authorization }) => [path, key, authorization])).toEqual([
      ["/emails", mail.id, "Bearer re_test"],
      ["/emails", mail.id, "Bearer re_test"],
    ])
    const { from, to, subject, text, html } = mail
    expect(heard[0]?.body).toMatchObject({ from, to, subject, text, html })
  })

  const cases = [
    { answered: refusal(429, "rate_limit_exceeded"), message: "resend 429", trouble: "later" },
    { answered: refusal(500, "application_error"), message: "resend 500", trouble: "down" },
    { answered: { status: 502, body: "<html>bad gateway</html>" }, message: "resend 502", trouble: "down" },
    { answered: refusal(401, "missing_api_key"), message: "resend 401", trouble: "down" },
    { answered: refusal(422, "validation_error"), message: "resend 422", trouble: "mail" },
  ]
  for (const { answered, message, trouble } of cases) {
    it(`takes ${answered.status} for trouble of kind ${trouble} and repeats nothing of what was said`, async () => {
      answer = answered
      const error = await resendTransport("re_test", url)
        .send(mail)
        .catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ message, trouble })
    })
  }

  it("takes silence for a way out that is closed", async () => {
    const error = await resendTransport("re_test", "http://127.0.0.1:1")
      .send(mail)
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ message: "resend unreachable", trouble: "down" })
  })
})
