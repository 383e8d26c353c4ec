import { expect, it, vi } from "vitest"

vi.stubEnv("SESSION_SECRET", "of this test alone, long enough to be one")
const { sessionCookie, sessionTokenOf } = await import("./session-cookie")

const valueIn = (line: string) => decodeURIComponent(/^[^=]+=([^;]*)/.exec(line)?.[1] ?? "")

it("opens its own cookies, again and again, and no other", async () => {
  const value = valueIn(await sessionCookie("the session's token"))
  for (let times = 0; times < 3; times++) expect(await sessionTokenOf(value)).toBe("the session's token")
  for (const wrong of [`${value}x`, value.slice(0, -2), value.replace(/^./, "f"), "x", ""])
    expect(await sessionTokenOf(wrong)).toBeUndefined()
})

it("remembers an opened cookie for a minute, and no wrong one", async () => {
  vi.useFakeTimers()
  const value = valueIn(await sessionCookie("one"))
  expect(await sessionTokenOf(value)).toBe("one")
  vi.setSystemTime(Date.now() + 13 * 60 * 60_000)
  expect(await sessionTokenOf(value), "too old by now").toBeUndefined()
  vi.useRealTimers()
})
