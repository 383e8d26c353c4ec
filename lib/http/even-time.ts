import "server-only"
import { setTimeout as wait } from "node:timers/promises"

/**
 * Answers at a whole multiple of `step` milliseconds after it was asked, so that how long the work took says nothing of
 * what it found.
 */
export async function evenTime<T>(step: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    return await work()
  } finally {
    const took = performance.now() - began
    await wait(Math.ceil(took / step) * step - took)
  }
}
