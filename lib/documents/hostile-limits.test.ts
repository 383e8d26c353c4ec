import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { afterAll, describe, expect, it, vi } from "vitest"
import { pdf } from "@/db/factories/pdf"
import { sendDocument } from "@/db/testing/send-document"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { Contained } from "@/lib/storage/contained"

/** What the file does to the process that reads it, in place of the reader itself; and the limits that hold it. */
const file = vi.hoisted(() => ({
  does: undefined as undefined | { readonly script: string; readonly limits: Contained["limits"] },
}))
vi.mock("@/lib/storage/contained", async (importOriginal) => {
  const real = await importOriginal<typeof import("@/lib/storage/contained")>()
  const contained: typeof real.contained = (program, source, hear) =>
    real.contained({ ...program, ...file.does }, source, hear)
  return { contained }
})

const test = useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), "dla-sso-hostile-"))
afterAll(() => rmSync(folder, { recursive: true }))

const megabyte = 1024 * 1024
const generous = { time: 60_000, cpuSeconds: 60, memory: 1024 * megabyte }

/** A process that says that it is ready, as the reader does, and then does this. */
function doing(name: string, code: string, limits: Partial<Contained["limits"]>) {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(path, `import { writeSync } from "node:fs"\nwriteSync(3, '{"kind":"ready"}\\n')\n${code}\n`)
  return { script: relative(process.cwd(), path), limits: { ...generous, ...limits } }
}

describe("a file that", () => {
  it.each([
    ["loops for ever is ended by the clock", "for (;;);", { time: 2500 }, 20_000],
    ["waits for ever is ended by the clock", "setInterval(() => {}, 1000)", { time: 2500 }, 20_000],
    ["burns the processor is ended by the system", "for (;;);", { cpuSeconds: 1 }, 30_000],
    [
      "swells is ended at the memory that it may have",
      "const held = []\nsetInterval(() => held.push(Buffer.alloc(8 * 1024 * 1024, 1)), 5)",
      { memory: 300 * megabyte },
      30_000,
    ],
    [
      "fills the heap ends its own process alone",
      "const held = []\nfor (;;) held.push(new Array(100_000).fill(held.length))",
      {},
      50_000,
    ],
  ] as const)(
    "%s, is refused, and the next one is read",
    { timeout: 90_000 },
    async (name, code, limits, within) => {
      file.does = doing(String(name).split(" ")[0] ?? "x", code, limits)
      const began = performance.now()
      expect(await sendDocument(test().db, "a.pdf", pdf({ text: name }))).toMatchObject({
        state: "refused",
        refusal: "unreadable",
      })
      expect(performance.now() - began).toBeLessThan(within)
      file.does = undefined
      expect(await sendDocument(test().db, "b.pdf", pdf({ text: `${name}, then` }))).toMatchObject({
        state: "ready",
      })
    },
  )
})
