import { describe, expect, it } from "vitest"
import { isLate, type MailState, waitAfter } from "./rules"

const createdAt = new Date("2026-11-21T01:00:00Z")
const waiting: MailState = { createdAt, lastError: null, sentAt: null, droppedAt: null }
const secondsOn = (seconds: number) => new Date(createdAt.getTime() + seconds * 1000)

describe("a mail", () => {
  it("is not late in its first seconds, and is when they are over", () => {
    expect(isLate(waiting, secondsOn(19))).toBe(false)
    expect(isLate(waiting, secondsOn(20))).toBe(true)
  })
  it("is late at once when its transport failed, and when it was dropped", () => {
    expect(isLate({ ...waiting, lastError: "ECONNECTION" }, secondsOn(1))).toBe(true)
    expect(isLate({ ...waiting, droppedAt: secondsOn(1) }, secondsOn(1))).toBe(true)
  })
  it("is not late once sent, however long it took", () => {
    expect(isLate({ ...waiting, sentAt: secondsOn(900) }, secondsOn(901))).toBe(false)
  })
  it("is tried each minute while its code could live, and every quarter of an hour in the end", () => {
    expect([1, 2, 3, 10, 11, 12, 90].map((n) => waitAfter(n) / 1000)).toEqual([5, 15, 60, 60, 300, 900, 900])
  })
})
