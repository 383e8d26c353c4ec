import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { forgetOldMessages, listMessages } from "../mailbox/messages"
import { type SmtpListener, smtpListener } from "../mailbox/smtp-listener"
import { smtpTransport } from "./smtp-transport"
import { NotTaken, type Outgoing, type Transport } from "./transport"

let folder: string
let listener: SmtpListener
let transport: Transport

const mail: Outgoing = {
  id: "0c0ffee0-0000-4000-8000-000000000001",
  from: "DLA SSO <no-reply@sso.example>",
  to: "pa@example.go.th",
  subject: "รหัส OTP สำหรับเข้าสู่ระบบ DLA SSO",
  text: "รหัส 048213",
  html: "<p>รหัส 048213</p>",
  sentAt: new Date("2026-11-21T01:30:00Z"),
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dla-sso-mailbox-"))
  listener = await smtpListener(folder, 0)
  transport = smtpTransport(`smtp://127.0.0.1:${listener.port}`, 2)
})
afterAll(async () => {
  transport.close()
  await listener.close()
  await rm(folder, { recursive: true })
})

describe("mail by SMTP", () => {
  it("arrives in the demonstration's mailbox with its Thai whole", async () => {
    await transport.send(mail)
    const [message] = await listMessages(folder, { to: "PA@example.go.th" })
    expect(message).toMatchObject({ to: mail.to, subject: mail.subject, text: mail.text })
    expect(message?.html.trim()).toBe(mail.html)
    expect(await listMessages(folder, { to: "someone-else@example.go.th" })).toEqual([])
  })

  it("goes to one address, whatever stands in it", async () => {
    const to = "a@b.example, thief@elsewhere.example"
    await expect(transport.send({ ...mail, to })).rejects.toThrow(NotTaken)
    expect(await listMessages(folder, { to: "thief@elsewhere.example" })).toEqual([])
    const subject = "one line\r\nBcc: thief@elsewhere.example"
    await transport.send({ ...mail, to: "careful@b.example", subject })
    expect(await listMessages(folder, { to: "thief@elsewhere.example" })).toEqual([])
  })

  it("tells in a code, and without an address, that the server is away", async () => {
    const away = smtpTransport("smtp://127.0.0.1:1", 1)
    const error = await away.send(mail).catch((thrown: unknown) => thrown)
    away.close()
    expect(error).toBeInstanceOf(NotTaken)
    expect(error).toMatchObject({ message: expect.stringMatching(/^smtp [A-Z]+$/), trouble: "down" })
  })

  it("does not speak without TLS to a server that is not on this machine", async () => {
    // Another name for this machine, which only an address of the loopback network would prove.
    const open = smtpTransport(`smtp://0.0.0.0:${listener.port}`, 1)
    const error = await open.send({ ...mail, to: "plain@example.go.th" }).catch((thrown: unknown) => thrown)
    open.close()
    expect(error).toMatchObject({ message: expect.stringMatching(/^smtp ETLS/), trouble: "down" })
    expect(await listMessages(folder, { to: "plain@example.go.th" })).toEqual([])
  })

  it("is kept up to a number of messages, the oldest forgotten first", async () => {
    for (const subject of ["one", "two", "three"]) {
      await transport.send({ ...mail, to: "many@example.go.th", subject })
    }
    await forgetOldMessages(folder, 2)
    expect((await listMessages(folder)).map((message) => message.subject)).toEqual(["three", "two"])
  })
})
