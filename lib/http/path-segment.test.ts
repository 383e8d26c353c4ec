import { expect, it } from "vitest"
import { pathSegment } from "./path-segment"

it("keeps what a form sent within one segment of a path, whatever it was", () => {
  expect(pathSegment("R-1234-5678", 12)).toBe("R-1234-5678")
  expect(pathSegment("../x?y#z", 12)).toBe("..%2Fx%3Fy%23z")
  expect(pathSegment("a".repeat(10_000), 8)).toBe("aaaaaaaa")
  expect(pathSegment(`a${"😀".repeat(20)}`, 8)).toBe(encodeURIComponent(`a${"😀".repeat(7)}`))
  expect(pathSegment("", 8)).toBe("-")
  expect(pathSegment("", 8, "none")).toBe("none")
})
