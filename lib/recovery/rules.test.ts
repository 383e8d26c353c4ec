import { expect, it } from "vitest"
import { isReady } from "./rules"

const waitUntil = new Date("2026-11-22T01:30:00Z")
const [before, after] = [new Date(waitUntil.getTime() - 1), waitUntil]

// Typed from the decision: new address, owner told, approvals, wait over → whether the link may go out.
const table: [isNew: boolean, told: boolean, approvals: number, waited: boolean, ready: boolean][] = [
  [false, true, 1, false, false],
  [false, true, 1, true, true],
  [false, true, 2, false, true],
  [false, false, 1, true, false],
  [false, false, 2, false, true],
  [true, true, 1, true, false],
  [true, true, 2, false, false],
  [true, true, 2, true, true],
  [true, false, 1, true, false],
  [true, false, 2, false, true],
]

it.each(table)(
  "new address %s, owner told %s, %i approvals, wait over %s: %s",
  (isNew, ownerTold, approvals, hasWaited, ready) => {
    const newEmail = isNew ? "a@b.example" : null
    expect(
      isReady({ reason: "other", newEmail, ownerTold, waitUntil, approvals }, hasWaited ? after : before),
    ).toBe(ready)
  },
)

it("a lost second factor wants two persons, however long one has waited", () => {
  const assist = { reason: "lost-factor", newEmail: null, ownerTold: true, waitUntil }
  expect(isReady({ ...assist, approvals: 1 }, after)).toBe(false)
  expect(isReady({ ...assist, approvals: 2 }, before)).toBe(true)
})
