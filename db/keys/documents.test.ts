import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { pdf } from "@/db/factories/pdf"
import { rings, ringTexts } from "@/db/testing/rings"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { beginDocument } from "@/lib/documents/begin-document"
import { checkNextDocument } from "@/lib/documents/check-documents"
import { receiveDocument } from "@/lib/documents/receive-document"
import { viewPage } from "@/lib/documents/view-page"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { configuredStore } from "@/lib/storage/configured-store"

const used = vi.hoisted(() => ({ ring: undefined as KeyRing | undefined }))
vi.mock("@/lib/crypto/ring", () => ({ keyRing: () => used.ring }))

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const root = resolve(import.meta.dirname, "../..")

/** The script as `npm run keys:rotate` runs it. */
async function rotate(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "db/keys/run.ts"], {
    cwd: root,
    env: {
      NODE_ENV: "test",
      KEY_RING: ringTexts.during,
      DATABASE_URL: test().portalUrl,
      TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"),
    },
  })
  return stdout
}

it("documents open under the new key alone once keys:rotate has run, and not before", {
  timeout: 90_000,
}, async () => {
  used.ring = rings.before
  const { id: accountId } = await makeAccount(test().db)
  const actor: AccountActor = { kind: "account", accountId, sessionId: accountId, seats: [], roles: [] }
  const at = { db: test().db, actor, now, requestId: "test" }
  const begun = await test().db.transaction((tx) =>
    beginDocument(tx, {
      holder: { kind: "registration", id: randomUUID() },
      purpose: "evidence",
      fileName: "a.pdf",
      sizeBytes: null,
      uploadedBy: accountId,
      now,
    }),
  )
  if ("kind" in begun) throw new Error("not begun")
  const bytes = (async function* () {
    yield pdf({ pages: 2 })
  })()
  expect((await execute(receiveDocument, at, { ...begun, offset: 0, bytes })).ok).toBe(true)
  const store = await configuredStore()
  await checkNextDocument({ db: test().db, store, clamd: null, clock: () => now })
  /** The pages as an image each, read to their end. */
  const seen = async () => {
    const pages: string[] = []
    for (const page of [1, 2]) {
      const view = await execute(viewPage, at, { id: begun.id, page })
      if (!view.ok) throw new Error(view.refusal.code)
      const parts: Buffer[] = []
      for await (const part of view.value.bytes) parts.push(part)
      pages.push(Buffer.concat(parts).toString("base64"))
    }
    return pages
  }
  const drawn = await seen()
  expect(
    Buffer.from(drawn[0] ?? "", "base64")
      .subarray(0, 4)
      .toString(),
  ).toBe("RIFF")
  used.ring = rings.after
  await expect(seen()).rejects.toThrow()
  expect(await rotate()).toMatch(/documents\.key_sealed: \d+ looked at, [1-9]\d* re-sealed/)
  expect(await seen()).toEqual(drawn)
  used.ring = rings.before
  await expect(seen()).rejects.toThrow()
})
