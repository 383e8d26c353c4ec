import { createHmac, timingSafeEqual } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { WebhookStage } from "@/db/testing/webhook-stage"
import { execute } from "@/lib/kernel/execute"
import { keepKeys } from "@/lib/oidc/keep-keys"
import { endWebhookSecret, makeWebhookSecret } from "./make-webhook-secret"
import { queueCalls } from "./queue-calls"
import { sendDue } from "./send-due"
import { sendAgain, switchWebhook } from "./switch-webhook"

const test = useTestDatabase()
const stage = new WebhookStage(test)
const { receiver } = stage
const versionNow = async () =>
  Number(
    (await test().owner`select version from webhooks where system_code = ${stage.roles.code}`)[0]?.version,
  )
const call = async (position: string) =>
  (
    await test().owner`select state, attempts, last_answer as answer from webhook_calls
      where system_code = ${stage.roles.code} and position = ${position}`
  )[0]

beforeAll(() => stage.open())
afterAll(() => stage.close())
beforeEach(() => stage.begin())

/** As a receiver is told to judge: the signature over id, time and body, in constant time, not older than five minutes. */
function isSigned(heard: (typeof receiver.heard)[number], key: string): boolean {
  const { id, timestamp, signatures, body } = heard
  if (Math.abs(stage.now.getTime() / 1000 - Number(timestamp)) > 300) return false
  const wanted = createHmac("sha256", Buffer.from(key.replace("whsec_", ""), "base64"))
    .update(`${id}.${timestamp}.${body}`)
    .digest()
  return signatures.split(" ").some((one) => {
    const given = Buffer.from(one.replace("v1,", ""), "base64")
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}

describe("a system that has an address", () => {
  it("is called with each entry of its own, in order, signed, once", async () => {
    const { key, one } = await stage.told()
    const elsewhere = await stage.rights.system()
    await stage.rights.does(stage.head, "grant", one, elsewhere.viewer)
    await stage.send()
    await stage.send()
    expect(stage.types()).toEqual(["grant-granted", "grant-granted", "grant-suspended"])
    expect(receiver.heard.every((heard) => isSigned(heard, key))).toBe(true)
    const [first] = receiver.heard
    expect(JSON.parse(first?.body ?? "{}")).toMatchObject({
      data: { sub: one.accountId, roles: ["recorder"], unitCode: "06360207" },
    })
    expect(first?.id).toBe(`change_${JSON.parse(first?.body ?? "{}").data.id}`)
    const foreign = { ...receiver.heard[0], body: `${first?.body} ` } as (typeof receiver.heard)[number]
    expect(isSigned(foreign, key)).toBe(false)
  })

  it("is not called before it has a secret, and hears both signatures while two are valid", async () => {
    await stage.save()
    await stage.rights.does(stage.head, "grant", await stage.rights.admin("06360207"), stage.roles.recorder)
    await stage.send()
    expect(receiver.heard).toHaveLength(0)
    const [one, two] = [await stage.secret(), await stage.secret()]
    expect(await execute(makeWebhookSecret, stage.context(), { systemCode: stage.roles.code })).toMatchObject(
      {
        refusal: { code: "webhooks.two-secrets" },
      },
    )
    await stage.send()
    const [heard] = receiver.heard
    expect(heard && [isSigned(heard, one), isSigned(heard, two)]).toEqual([true, true])
    const [older] = await test().owner`select id from webhook_secrets where system_code = ${stage.roles.code}
      order by created_at, id limit 1`
    const end = { systemCode: stage.roles.code, secretId: String(older?.id) }
    expect(await execute(endWebhookSecret, stage.context(), end)).toMatchObject({ ok: true })
    expect(await execute(endWebhookSecret, stage.context(), end)).toMatchObject({
      refusal: { code: "not-found" },
    })
    await stage.rights.does(stage.head, "grant", await stage.rights.admin("06360207"), stage.roles.recorder)
    await stage.send()
    expect(receiver.heard.at(-1)?.signatures.split(" ")).toHaveLength(1)
    const kept = await test().owner`select encode(secret_sealed, 'escape') as text from webhook_secrets`
    for (const { text } of kept) expect(text).not.toContain(one.slice(6))
  })

  it("hears persons by the names that its ID tokens give them", async () => {
    const actor = { kind: "system", name: "test" } as const
    await execute(keepKeys, { db: test().db, actor, now: stage.now, requestId: "test" }, {})
    stage.clientId = await stage.client({ id: "agency", sector: "agency.example" })
    const { one } = await stage.told()
    await stage.send()
    const subs = new Set(receiver.heard.map(({ body }) => JSON.parse(body).data.sub as string))
    expect([...subs]).toEqual([expect.stringMatching(/^[\w-]{43}$/)])
    expect(JSON.stringify(receiver.heard)).not.toContain(one.accountId)
  })
})

describe("a system that does not answer", () => {
  it.each([
    ["answers 500", () => 500, "500"],
    ["redirects", () => 302, "302"],
    ["breaks off", () => "broken" as const, "unreachable"],
  ])("that %s is tried again with growing pauses, then hears all in order", async (_how, answer, said) => {
    const { one } = await stage.told()
    receiver.answer = answer
    await stage.send()
    expect(receiver.heard).toHaveLength(1)
    for (const pause of [5, 30, 120]) {
      stage.later(pause - 1)
      const before = receiver.heard.length
      await stage.send()
      expect(receiver.heard, `${pause} s`).toHaveLength(before)
      stage.later(1)
      await stage.send()
      expect(receiver.heard).toHaveLength(before + 1)
    }
    const id = receiver.heard[0]?.id ?? ""
    expect(new Set(receiver.heard.map((heard) => heard.id)).size).toBe(1)
    expect(await call(id.slice(7))).toMatchObject({ state: "waiting", attempts: 4, answer: said })
    receiver.answer = () => 204
    receiver.heard.length = 0
    stage.later(600)
    await stage.rights.does(stage.head, "restore", one, stage.roles.viewer)
    await stage.send()
    expect(stage.types()).toEqual(["grant-granted", "grant-granted", "grant-suspended", "grant-restored"])
  })

  it("is paused after three days, says so, and goes on where it stopped", async () => {
    await stage.told()
    receiver.answer = () => 503
    await stage.send()
    for (let tries = 0; tries < 40; tries++) {
      stage.later(3 * 3600)
      await stage.send()
    }
    const [row] = await test()
      .owner`select state, paused_because as why from webhooks where system_code = ${stage.roles.code}`
    expect(row).toEqual({ state: "paused", why: "failing" })
    expect(receiver.heard.length).toBeLessThan(30)
    receiver.answer = () => 200
    receiver.heard.length = 0
    await stage.send()
    expect(receiver.heard).toHaveLength(0)
    const resume = { systemCode: stage.roles.code, version: await versionNow(), to: "active" }
    expect(await execute(switchWebhook, stage.context(), resume)).toMatchObject({ ok: true })
    expect(await execute(switchWebhook, stage.context(), resume)).toMatchObject({
      refusal: { code: "webhooks.stale" },
    })
    await stage.send()
    expect(stage.types()).toHaveLength(3)
  })

  it("is called no more once it says that it is gone", async () => {
    await stage.told()
    receiver.answer = () => 410
    await stage.send()
    const [row] = await test()
      .owner`select state, paused_because as why from webhooks where system_code = ${stage.roles.code}`
    expect(row).toEqual({ state: "paused", why: "gone" })
  })

  it("does not hold up another", async () => {
    await stage.told()
    await stage.another()
    await stage.told()
    receiver.answer = () => (receiver.heard.length <= 1 ? 500 : 200)
    await stage.send()
    expect(receiver.heard).toHaveLength(4)
  })
})

describe("senders", () => {
  it("of any number send each call once and in order", async () => {
    const { one } = await stage.told()
    for (let turn = 0; turn < 4; turn++) {
      await stage.rights.does(stage.head, "restore", one, stage.roles.viewer)
      await stage.rights.does(stage.head, "withdraw", one, stage.roles.viewer)
    }
    await queueCalls(test().db)
    const idle = async () => {
      for (let turn = 0; turn < 5; turn++) await sendDue(stage.sender())
    }
    await Promise.all([idle(), idle(), idle(), queueCalls(test().db)])
    const ids = receiver.heard.map(({ id }) => Number(id.slice(7)))
    expect(ids).toHaveLength(11)
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b))
  })

  it("that die amid a call leave it to the next one, under the same id", async () => {
    await stage.told()
    await queueCalls(test().db)
    let dies = true
    const dying = {
      ...stage.sender(),
      call: async (one: Parameters<typeof receiver.call>[0]) => {
        const answer = await receiver.call(one)
        // it was taken, but the sender is gone before it can say so
        if (dies) throw new Error("killed")
        return answer
      },
    }
    await expect(sendDue(dying)).rejects.toThrow("killed")
    dies = false
    await stage.send()
    expect(receiver.heard).toHaveLength(1)
    stage.later(31)
    await stage.send()
    expect(receiver.heard.map(({ id }) => id)).toHaveLength(4)
    expect(receiver.heard[0]?.id).toBe(receiver.heard[1]?.id)
    expect(new Set(receiver.heard.map(({ id }) => id)).size).toBe(3)
  })

  it("send again what somebody asks for, under the same id", async () => {
    await stage.told()
    await stage.send()
    const id = receiver.heard[0]?.id ?? ""
    receiver.heard.length = 0
    const again = { systemCode: stage.roles.code, position: id.slice(7) }
    expect(await execute(sendAgain, stage.context(), again)).toMatchObject({ ok: true })
    expect(await execute(sendAgain, stage.context(), again)).toMatchObject({ refusal: { code: "not-found" } })
    await stage.send()
    expect(receiver.heard.map((heard) => heard.id)).toEqual([id])
  })
})
