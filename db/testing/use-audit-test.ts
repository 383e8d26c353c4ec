import { afterEach, beforeEach, inject } from "vitest"
import { findChainHead, insertAuditEvent, openMonth } from "@/db/queries/audit"
import { type TestDatabase, testDatabase } from "@/db/testing/test-database"
import type { HeadLine } from "@/lib/audit/head-file"
import { sealEvents } from "@/lib/audit/seal-events"
import { SealFloor } from "@/lib/audit/seal-floor"
import { verify } from "@/lib/audit/verify"
import { keyRing } from "@/lib/crypto/ring"

/** A database of its own for each test of the audit, and what such tests do over and over. */
export function useAuditTest() {
  let made: TestDatabase | undefined
  const database = () => {
    if (!made) throw new Error("the database is made before each test; ask for it inside one")
    return made
  }
  beforeEach(async () => {
    made = await testDatabase({ owner: inject("ownerUrl"), portal: inject("portalUrl") })
    for (const month of ["2026-11-01", "2026-12-01"]) await openMonth(made.db, month)
  })
  afterEach(async () => {
    await made?.drop()
  })
  return {
    get db() {
      return database().db
    },
    get owner() {
      return database().owner
    },
    get ownerUrl() {
      return database().ownerUrl
    },
    /** Commits so many events in one transaction. */
    happened: (count: number, at: Date = november) => happened(database(), count, at),
    /** One turn of sealing that looks at everything. */
    seal: (now: Date = november, floor: SealFloor = new SealFloor(0)) =>
      sealEvents(database().db, keyRing(), { floor, latecomers: true, now }),
    /** What verification finds, as `kind` or `kind link`, an hour later unless told. */
    faults: (heads: readonly HeadLine[] = [], now: Date = new Date(november.getTime() + 3_600_000)) =>
      faults(database(), heads, now),
    /** November's head, as it would be written down now. */
    headNow: () => headOf(database(), "2026-11-01"),
  }
}

/** A morning in Bangkok, in the month that most tests fill. */
export const november = new Date("2026-11-21T01:30:00Z")

/** An hour after the end of that month. */
export const december = new Date("2026-12-01T01:00:00Z")

async function happened({ db }: TestDatabase, count: number, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await insertAuditEvent(tx, {
        at: new Date(at.getTime() + index),
        action: "signin.start",
        actorKind: "visitor",
        requestId: `r${index}`,
        detail: { b: index, a: null, reason: "ก" },
      })
    }
  })
}

async function faults({ db }: TestDatabase, heads: readonly HeadLine[], now: Date): Promise<string[]> {
  const found = await verify(db, { ring: keyRing(), heads, now })
  return found.faults.map((fault) => ("link" in fault ? `${fault.kind} ${fault.link}` : fault.kind))
}

async function headOf({ db }: TestDatabase, month: string): Promise<HeadLine> {
  const head = await findChainHead(db, month)
  return { kind: "head", month, link: head?.link ?? 0, mac: head?.mac.toString("hex") ?? "" }
}
