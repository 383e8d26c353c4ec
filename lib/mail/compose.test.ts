import { describe, expect, it } from "vitest"
import { compose } from "./compose"
import { membershipNotices } from "./schema"

const code = { code: "048213", sentAt: "2026-11-21T01:30:00.000Z", expiresAt: "2026-11-21T01:40:00.000Z" }
const device = { at: "2026-11-21T01:30:00.000Z", alarm: "a-token-of-the-link" }

for (const locale of ["th", "en"] as const) {
  const setting = { locale, host: "sso.example", origin: "https://sso.example" }

  describe(`a mail in ${locale}`, () => {
    it("carries a code", async () => {
      const mail = await compose("otp-code", code, setting)
      expect(mail.subject).toMatchSnapshot()
      expect(mail.text).toMatchSnapshot()
      expect(mail.html).toMatchSnapshot()
    })

    it("tells of a new device", async () => {
      const mail = await compose("new-device", device, setting)
      expect(mail.subject).toMatchSnapshot()
      expect(mail.text).toMatchSnapshot()
      expect(mail.html).toMatchSnapshot()
    })

    it("carries a code for an address, and says to which it went", async () => {
      const [toNew, toFormer] = await Promise.all(
        ["new", "former"].map((address) => compose("email-code", { ...code, address }, setting)),
      )
      expect(toNew?.text).toMatchSnapshot()
      expect(toFormer?.html.match(/[0-9]{6,}/g)).toEqual(["048213"])
      expect(toNew?.text).not.toBe(toFormer?.text)
      expect(toNew?.subject).not.toMatch(/\d{6}/)
    })

    it("tells the former address of the change, and SSO Admins of one set by password alone", async () => {
      const changed = await compose("email-changed", device, setting)
      const set = await compose("email-set", { ...device, name: "<b>ปราณี</b>" }, setting)
      expect(changed.text).toMatchSnapshot()
      expect(set.text).toMatchSnapshot()
      expect(set.html).toContain("&lt;b&gt;ปราณี&lt;/b&gt;")
    })

    it("tells in one mail of all rights that changed, and why one was not granted", async () => {
      const change = { system: "INFO <1>", role: "ผู้บันทึก", until: "2027-09-30" }
      const props = { unit: "อบต.ตัวอย่าง", reason: "ย้ายงาน", at: device.at }
      const changes = [
        { act: "grant", ...change },
        { act: "withdraw", ...change },
      ]
      const changed = await compose("rights-changed", { ...props, changes }, setting)
      expect(changed.text).toMatchSnapshot()
      expect(changed.html).toContain(locale === "th" ? "INFO &lt;๑&gt;" : "INFO &lt;1&gt;")
      const asked = { unit: props.unit, at: props.at, system: "INFO", role: "ผู้ดู", answer: "ไม่เกี่ยวกับงาน" }
      expect((await compose("rights-refused", asked, setting)).text).toMatchSnapshot()
    })

    it("tells of a changed password, and of many wrong ones", async () => {
      for (const template of ["password-changed", "many-failures"]) {
        const mail = await compose(template, device, setting)
        expect(mail.subject).toMatchSnapshot()
        expect(mail.text).toMatchSnapshot()
        expect(mail.html).toContain("sso.example")
      }
    })

    it("carries a code for a forgotten password, and the link of an alarm that only a button raises", async () => {
      const mail = await compose("recovery-code", { ...code, alarm: device.alarm }, setting)
      expect(mail.text).toMatchSnapshot()
      expect(mail.html.match(/[0-9]{6,}/g)).toEqual(["048213"])
      expect(mail.html).toContain('href="https://sso.example/alarm/a-token-of-the-link"')
      expect(mail.subject).not.toMatch(/\d{6}/)
    })

    it("says what helps an account that no code helps, and that one is locked", async () => {
      for (const reason of ["thaid", "locked", "suspended"])
        expect((await compose("recovery-other-way", { ...device, reason }, setting)).text).toMatchSnapshot()
      expect((await compose("account-locked", device, setting)).text).toMatchSnapshot()
      expect((await compose("account-opened", device, setting)).text).toMatchSnapshot()
      const until = "2026-11-22T01:30:00.000Z"
      const asked = await compose("recovery-asked", { ...device, until, cancel: "a-cancel" }, setting)
      expect(asked.text).toMatchSnapshot()
      const link = await compose("recovery-link", { ...device, until, link: "a-link" }, setting)
      expect(link.text).toMatchSnapshot()
      const reminder = await compose("username-reminder", { ...device, username: "" }, setting)
      expect(reminder.text).toMatchSnapshot()
    })

    it("invites into a new account, by a link to a page and a code of its own", async () => {
      const until = "2026-12-05T01:30:00.000Z"
      const mail = await compose("invitation", { at: device.at, until, link: "a-token" }, setting)
      expect(mail.subject).toMatchSnapshot()
      expect(mail.text).toMatchSnapshot()
      expect(mail.html).toContain('href="https://sso.example/invitation/a-token"')
      const coded = await compose("invitation-code", code, setting)
      expect(coded.text).toMatchSnapshot()
      expect(coded.html.match(/[0-9]{6,}/g)).toEqual(["048213"])
      expect(coded.subject).not.toMatch(/\d{6}/)
    })

    it("tells what was decided on an order, why, and where to go on", async () => {
      const result = {
        number: "O-4827-1935",
        unitCode: "06360207",
        reasons: ["<i>อ่านไม่ออก"],
        fields: [],
        note: "โทรได้",
        at: device.at,
        until: "2026-12-21T01:30:00.000Z",
      }
      for (const outcome of ["approved", "returned", "rejected"]) {
        const mail = await compose(`order-${outcome}`, result, setting)
        expect(mail.subject).not.toBe("")
        expect(mail.text).toContain("โทรได้")
        expect(mail.html).toContain('href="https://sso.example/unit/06360207/orders/O-4827-1935"')
        expect(mail.html.includes("&lt;i&gt;อ่านไม่ออก")).toBe(outcome !== "approved")
        expect(mail.text).not.toContain("{{")
      }
    })

    it("tells a unit who looks after it, until when, and where to see it", async () => {
      const care = { unitCode: "06360207", unit: "อบต.ทดสอบ", office: "<b>สถอ.ทดสอบ", ...device }
      const bodies = await Promise.all(
        ["begun", "renewed", "ended"].map(async (about) => {
          const mail = await compose("caretaker", { ...care, about, until: device.at }, setting)
          expect(mail.html).toContain('href="https://sso.example/unit/06360207/caretaker"')
          expect(mail.html).toContain("&lt;b&gt;สถอ.ทดสอบ")
          expect(mail.text).not.toContain("{{")
          return mail.text
        }),
      )
      expect(new Set(bodies).size).toBe(3)
    })

    it("tells a person how he stands in a unit now, and where to answer or ask", async () => {
      const unit = { unitTh: "อบต.<b>ตัวอย่าง", unitEn: "Example SAO", at: device.at }
      for (const kind of membershipNotices) {
        const until = kind === "offered" ? "2026-12-05T01:30:00.000Z" : ""
        const mail = await compose("membership-notice", { kind, ...unit, until }, setting)
        expect(mail.text).toContain(setting.locale === "th" ? unit.unitTh : unit.unitEn)
        expect(mail.html).not.toContain("<b>ตัวอย่าง")
        const path = kind === "offered" ? "account/offers" : "help"
        expect(mail.html).toContain(`href="https://sso.example/${path}"`)
        expect(`${mail.subject}${mail.text}`).not.toMatch(/\{\{|undefined/)
      }
    })

    it("tells of another sign-in method, and of which", async () => {
      const mail = await compose("method-changed", { ...device, method: "thaid" }, setting)
      expect(mail.subject).not.toBe("")
      expect(mail.text).toContain("ThaiID")
      expect(mail.html).toContain("sso.example")
    })

    it("carries a code for a request, and says what was decided about it, with the status page", async () => {
      const number = "R-4827-1935"
      for (const purpose of ["confirm-email", "correct", "withdraw"]) {
        const mail = await compose("registration-code", { ...code, purpose, number }, setting)
        expect(mail.html.match(/[0-9]{6,}/g)).toEqual(["048213"])
        expect(mail.text).toMatchSnapshot()
      }
      const decided = { number, reasons: ["<b>"], fields: ["x", "y"], note: "", ...device, until: device.at }
      for (const template of ["registration-returned", "registration-rejected"]) {
        const mail = await compose(template, decided, setting)
        expect(mail.text).toMatchSnapshot()
        expect(mail.html).toContain('href="https://sso.example/register/status"')
        expect(mail.html).toContain("&lt;b&gt;")
      }
      for (const template of ["registration-received", "registration-approved"])
        expect((await compose(template, { number, ...device }, setting)).text).toMatchSnapshot()
      for (const standing of ["suspended", "locked"]) {
        const told = { number, standing, ...device }
        expect((await compose("registration-approved", told, setting)).text).toMatchSnapshot()
      }
      for (const kind of ["kept", "given"])
        expect((await compose("dispute-settled", { kind, ...device }, setting)).text).toMatchSnapshot()
      // one kind of mail said in several ways: none in the words of another
      const bodies = await Promise.all(
        ["open", "suspended", "locked"].map((standing) =>
          compose("registration-approved", { number, standing, ...device }, setting),
        ),
      )
      expect(new Set(bodies.map(({ html }) => html)).size).toBe(3)
      for (const kind of ["typed", "disputed"])
        expect((await compose("registration-known", { kind, ...device }, setting)).text).toMatchSnapshot()
    })

    it("has the code as its first six digits in a row, once, and not in its subject", async () => {
      const { subject, html, text } = await compose("otp-code", code, setting)
      expect(subject).not.toMatch(/\d{6}/)
      expect(html.match(/[0-9]{6,}/g)).toEqual(["048213"])
      expect(text.match(/[0-9]{6,}/g)).toEqual(["048213"])
    })

    it("leaves no slot empty and needs no link", async () => {
      const { html, text } = await compose("otp-code", code, setting)
      expect(html + text).not.toMatch(/[{}]{2}\w|<a /)
    })
  })
}

describe("writing out a mail", () => {
  it("gives each reader his own values, whatever was rendered before", async () => {
    const setting = { locale: "th", host: "sso.example", origin: "https://sso.example" } as const
    const codes = await Promise.all(
      ["111111", "222222"].map(
        async (each) => (await compose("otp-code", { ...code, code: each }, setting)).text,
      ),
    )
    expect(codes.map((text) => /\d{6}/.exec(text)?.[0])).toEqual(["111111", "222222"])
  })

  it("shows values as text, never as markup", async () => {
    const { html } = await compose("new-device", device, {
      locale: "en",
      host: "<b>&{{code}}",
      origin: "https://sso.example",
    })
    expect(html).toContain("&lt;b&gt;&amp;{{code}}")
  })

  it("refuses a template that is not there and props that it does not know", async () => {
    const setting = { locale: "th", host: "sso.example", origin: "https://sso.example" } as const
    await expect(compose("toString", {}, setting)).rejects.toThrow("no such mail template")
    await expect(compose("otp-code", { ...code, code: "12345" }, setting)).rejects.toThrow()
  })
})
