import { setTimeout as wait } from "node:timers/promises"
import { expect, it } from "vitest"
import { evenTime } from "./even-time"

it("answers after whole steps, whether the work was quick, slow or failed", async () => {
  const took = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await evenTime(60, work).catch(() => undefined)
    return Math.round((performance.now() - began) / 10) * 10
  }
  const works = [() => wait(0), () => wait(30), () => Promise.reject(new Error("broken"))]
  for (const work of works) expect(await took(work)).toBeGreaterThanOrEqual(60)
  expect(await took(() => wait(70))).toBeGreaterThanOrEqual(120)
})
