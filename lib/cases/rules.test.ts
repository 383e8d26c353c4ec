import { describe, expect, it } from "vitest"
import { allows, isReturnable, stateAfter } from "./rules"

const page = "page:00000000-0000-4000-8000-000000000001:2"
const person = "person:00000000-0000-4000-8000-000000000001"

describe("the states of a case", () => {
  it("let it be decided only while it waits, and a decision be taken back only once there is one", () => {
    const states = ["waiting", "returned", "decided", "withdrawn"] as const
    expect(states.filter((state) => allows("decide", state))).toEqual(["waiting"])
    expect(states.filter((state) => allows("claim", state))).toEqual(["waiting"])
    expect(states.filter((state) => allows("undo", state))).toEqual(["returned", "decided"])
    expect(states.filter((state) => allows("reopen", state))).toEqual(["returned", "decided"])
    expect(stateAfter).toEqual({ approve: "decided", return: "returned", reject: "decided" })
  })
})

describe("what can be handed back", () => {
  it("is a field of that kind of request, a page, or a person of an order", () => {
    expect(isReturnable("registration", "post")).toBe(true)
    expect(isReturnable("registration", "signer")).toBe(false)
    expect(isReturnable("order", "signer")).toBe(true)
    expect(isReturnable("order", page)).toBe(true)
    expect(isReturnable("registration", page)).toBe(true)
    expect(isReturnable("order", person)).toBe(true)
    expect(isReturnable("registration", person)).toBe(false)
    expect(isReturnable("order", `${page}0000`)).toBe(false)
    expect(isReturnable("order", "")).toBe(false)
  })
})
