import { describe, expect, it } from "vitest"
import { deliverNext } from "@/db/testing/deliver-next"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { Database } from "@/db/types"
import type { Delivery } from "./delivery"
import { dropOverdue } from "./drop-overdue"
import { enqueueMail } from "./enqueue"
import { mailIsLate } from "./mail-is-late"
import { leaseTime, longestWait, nobody, renewEvery } from "./rules"
import { NotTaken, type Outgoing, type Transport } from "./transport/transport"

const database = useTestDatabase()
const start = new Date("2026-11-21T01:30:00.000Z")
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds)
const minutes = (count: number) => count * 60_000

/** A way out whose behaviour a test chooses. */
function fakeTransport(behave: (mail: Outgoing) => Promise<void> = async () => {}) {
  const taken: Outgoing[] = []
  const transport: Transport = {
    async send(mail) {
      await behave(mail)
      taken.push(mail)
    },
    close: () => {},
  }
  return { transport, taken }
}

function delivery(transport: Transport, now: Date): Delivery {
  return {
    db: database().db,
    transport,
    from: "DLA SSO <no-reply@sso.example>",
    host: "sso.example",
    origin: "https://sso.example",
    clock: () => now,
  }
}

async function enqueueCode(
  db: Database,
  now: Date = start,
  dropAfter: Date = later(minutes(10)),
): Promise<string> {
  const props = { code: "048213", sentAt: now.toISOString(), expiresAt: dropAfter.toISOString() }
  const { mailId } = await db.transaction((tx) =>
    enqueueMail(tx, { template: "otp-code", locale: "th", to: "pa@example.go.th", props, now, dropAfter }),
  )
  return mailId
}

async function rowOf(mailId: string) {
  const [row] = await database().owner`select * from outbox_mails where id = ${mailId}`
  return row
}

describe("the outbox", () => {
  it("keeps what a mail says sealed until it is sent, and wipes it then", async () => {
    const mailId = await enqueueCode(database().db)
    const waiting = await rowOf(mailId)
    expect(Buffer.from(waiting?.props_sealed).includes("048213")).toBe(false)
    const { transport, taken } = fakeTransport()
    expect(await deliverNext(delivery(transport, start))).toBe("sent")
    expect(taken.map((mail) => [mail.id, mail.to])).toEqual([[mailId, "pa@example.go.th"]])
    expect(taken[0]?.text).toContain("048213")
    const sent = await rowOf(mailId)
    expect([sent?.props_sealed, sent?.sent_at]).toEqual([null, start])
    expect(await deliverNext(delivery(transport, later(minutes(30))))).toBe("none")
  })

  it("writes out mail to nobody and sends it to no one", async () => {
    const [now, dropAfter] = [start, later(minutes(10))]
    const props = { code: "048213", sentAt: now.toISOString(), expiresAt: dropAfter.toISOString() }
    const { mailId } = await database().db.transaction((tx) =>
      enqueueMail(tx, { template: "otp-code", locale: "th", to: nobody, props, now, dropAfter }),
    )
    const { transport, taken } = fakeTransport()
    expect(await deliverNext(delivery(transport, start))).toBe("sent")
    expect([taken, (await rowOf(mailId))?.props_sealed]).toEqual([[], null])
  })

  it("holds no mail of a transaction that was undone", async () => {
    const undone = database().db.transaction(async (tx) => {
      await enqueueMail(tx, {
        template: "new-device",
        locale: "en",
        to: "x@y.example",
        props: { at: start.toISOString() },
        now: start,
      })
      throw new Error("undone")
    })
    await expect(undone).rejects.toThrow("undone")
    expect(await deliverNext(delivery(fakeTransport().transport, start))).toBe("none")
  })

  it("keeps a mail that the transport did not take, says that it is late, and sends it when its wait is over", async () => {
    const mailId = await enqueueCode(database().db)
    expect(await mailIsLate(database().db, mailId, start)).toBe(false)
    const down = fakeTransport(() => Promise.reject(new NotTaken("smtp ECONNECTION", "down")))
    expect(await deliverNext(delivery(down.transport, start))).toBe("failed")
    expect(await mailIsLate(database().db, mailId, later(100))).toBe(true)
    const up = fakeTransport()
    expect(await deliverNext(delivery(up.transport, later(4000)))).toBe("none")
    expect(await deliverNext(delivery(up.transport, later(5000)))).toBe("sent")
    expect(await mailIsLate(database().db, mailId, later(5001))).toBe(false)
  })

  it("sends held-up mail as soon as another mail gets through", async () => {
    await enqueueCode(database().db)
    const down = fakeTransport(() => Promise.reject(new NotTaken("smtp ECONNECTION", "down")))
    expect(await deliverNext(delivery(down.transport, start))).toBe("failed")
    await enqueueCode(database().db, later(1000))
    const up = fakeTransport()
    expect(await deliverNext(delivery(up.transport, later(1000)))).toBe("sent")
    expect(await deliverNext(delivery(up.transport, later(1000)))).toBe("sent")
  })

  it("drops a code that has expired, and anything after 24 hours, and wipes both", async () => {
    const code = await enqueueCode(database().db)
    const { mailId: notice } = await database().db.transaction((tx) =>
      enqueueMail(tx, {
        template: "new-device",
        locale: "en",
        to: "x@y.example",
        props: { at: start.toISOString() },
        now: start,
      }),
    )
    await dropOverdue(database().db, later(minutes(10)))
    expect((await rowOf(code))?.props_sealed).toBeNull()
    expect((await rowOf(notice))?.dropped_at).toBeNull()
    await dropOverdue(database().db, later(longestWait))
    const dropped = await rowOf(notice)
    expect([dropped?.props_sealed, dropped?.dropped_at]).toEqual([null, later(longestWait)])
    expect(await deliverNext(delivery(fakeTransport().transport, later(longestWait)))).toBe("none")
  })

  it("gives a mail of a sender that died to another once the lease is over", async () => {
    const mailId = await enqueueCode(database().db, start, later(minutes(9)))
    const died = fakeTransport(() => new Promise<void>(() => {}))
    void deliverNext(delivery(died.transport, start))
    await expect.poll(async () => (await rowOf(mailId))?.leased_until).not.toBeNull()
    const other = fakeTransport()
    expect(await deliverNext(delivery(other.transport, later(leaseTime - 1)))).toBe("none")
    expect(await deliverNext(delivery(other.transport, later(leaseTime)))).toBe("sent")
    expect(other.taken.map((mail) => mail.id)).toEqual([mailId])
  })

  it("keeps a mail for a sender that is slow but alive", async () => {
    const mailId = await enqueueCode(database().db)
    let now = start
    let finish: () => void = () => {}
    const slow = fakeTransport(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve
        }),
    )
    const turn = deliverNext({ ...delivery(slow.transport, start), clock: () => now })
    now = later(leaseTime - 1)
    await expect
      .poll(async () => (await rowOf(mailId))?.leased_until.getTime(), { timeout: renewEvery * 2 })
      .toBe(later(2 * leaseTime - 1).getTime())
    expect(await deliverNext(delivery(fakeTransport().transport, later(leaseTime)))).toBe("none")
    finish()
    expect(await turn).toBe("sent")
  })

  it("gives up a recipient who is refused for ever, and a row that cannot be read", async () => {
    const refusedId = await enqueueCode(database().db)
    const refusing = fakeTransport(() => Promise.reject(new NotTaken("smtp EENVELOPE 550", "mail")))
    expect(await deliverNext(delivery(refusing.transport, start))).toBe("refused")
    expect((await rowOf(refusedId))?.last_error).toBe("smtp EENVELOPE 550")
    const movedId = await enqueueCode(database().db)
    await database().owner`update outbox_mails set props_sealed = 'x' where id = ${movedId}`
    expect(await deliverNext(delivery(fakeTransport().transport, start))).toBe("refused")
    expect((await rowOf(movedId))?.last_error).toBe("unreadable")
  })
})
