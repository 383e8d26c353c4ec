import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, expect, it } from "vitest"
import { december, november, useAuditTest } from "@/db/testing/use-audit-test"
import { keepClosings } from "@/lib/audit/keep-closings"
import { keepHeads } from "@/lib/audit/keep-heads"
import { keyRing } from "@/lib/crypto/ring"
import { required } from "@/lib/env"

const audit = useAuditTest()
const root = resolve(import.meta.dirname, "../..")
const folder = mkdtempSync(join(tmpdir(), "dla-sso-heads-"))
const heads = join(folder, "heads.log")
afterAll(() => rmSync(folder, { recursive: true }))

function run() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "db/audit/run-verify.ts"],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        NODE_ENV: "test",
        KEY_RING: required("KEY_RING"),
        DATABASE_URL: audit.ownerUrl,
        AUDIT_HEAD_FILE: heads,
        TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"),
      },
    },
  )
  return { status, stdout, stderr }
}

it("says that the audit is whole, and when it is not, where, with exit code 1", async () => {
  await audit.happened(4)
  await audit.seal()
  await keepHeads(audit.db, heads, november)
  await keepClosings(audit.db, keyRing(), heads, december)
  expect(
    readFileSync(heads, "utf8")
      .split("\n")
      .map((line) => line.split(" ").slice(0, 4).join(" ")),
  ).toEqual([
    "2026-11-21T01:30:00.000Z head 2026-11-01 4",
    "2026-12-01T01:00:00.000Z closed 2026-11-01 1",
    "",
  ])
  expect(run()).toEqual({
    status: 0,
    stdout: "2026-11: 4 events, closed\ndecisions: 0\nthe audit is whole\n",
    stderr: "",
  })
  await audit.owner`delete from audit_events where seq = 2`
  const found = run()
  expect([found.status, found.stdout]).toEqual([1, "2026-11: 4 events, closed\ndecisions: 0\nfaults: 1\n"])
  expect(found.stderr).toMatch(/^event-removed: month 2026-11-01, link 2, seq 2: /)
})
