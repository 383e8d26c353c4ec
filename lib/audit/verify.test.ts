import { describe, expect, it } from "vitest"
import { useAuditTest } from "@/db/testing/use-audit-test"

const audit = useAuditTest()

describe("verification finds", () => {
  const plants: Record<string, { readonly plant: string; readonly found: string[] }> = {
    "a changed event": {
      plant: "update audit_events set action = 'signin.other' where seq = 5",
      found: ["changed-or-reordered 5"],
    },
    "a change of a microsecond": {
      plant: "update audit_events set at = at + interval '1 microsecond' where seq = 5",
      found: ["changed-or-reordered 5"],
    },
    "a changed detail": {
      plant: `update audit_events set detail = detail || '{"b": 4.0}' where seq = 5`,
      found: ["changed-or-reordered 5"],
    },
    "a removed event": { plant: "delete from audit_events where seq = 5", found: ["event-removed 5"] },
    "a removed event with its link": {
      plant: "with gone as (delete from audit_seals where link = 5) delete from audit_events where seq = 5",
      found: ["link-removed 5"],
    },
    "two links with their events exchanged": {
      plant:
        "update audit_seals set event_seq = case event_seq when 5 then 1006 else 1005 end where event_seq in (5, 6); update audit_seals set event_seq = event_seq - 1000 where event_seq > 1000",
      found: ["changed-or-reordered 5", "changed-or-reordered 6"],
    },
    "events renumbered": {
      plant: "update audit_events set action = case seq when 5 then 'b' else 'a' end where seq in (5, 6)",
      found: ["changed-or-reordered 5", "changed-or-reordered 6"],
    },
    "an event moved to another month": {
      plant: "update audit_events set at = '2026-12-03T00:00:00Z' where seq = 5",
      found: ["event-removed 5"],
    },
    "an event put in without a seal": {
      plant:
        "insert into audit_events (seq, at, action, actor_kind, request_id, detail) overriding system value values (-1, '2026-11-21T00:00:00Z', 'x', 'system', 'x', '{}')",
      found: ["unsealed"],
    },
    "an event put in under a number that is sealed": {
      plant:
        "insert into audit_events (seq, at, action, actor_kind, request_id, detail) overriding system value values (5, '2026-11-21T00:00:00Z', 'x', 'system', 'x', '{}')",
      found: ["changed-or-reordered 5", "event-twice 5"],
    },
    "a changed MAC": {
      plant: "update audit_seals set mac = sha256('x') where link = 5",
      found: ["changed-or-reordered 5", "changed-or-reordered 6"],
    },
    "a changed time of sealing": {
      plant: "update audit_seals set sealed_at = sealed_at - interval '1 day' where link = 5",
      found: ["changed-or-reordered 5"],
    },
    "a cut tail": {
      plant: "with gone as (delete from audit_seals where link > 8) delete from audit_events where seq > 8",
      found: ["tail-cut 10"],
    },
    "everything gone": { plant: "truncate audit_events, audit_seals", found: ["tail-cut 10"] },
    "a month torn out": {
      plant: "drop table audit_events_2026_11; drop table audit_seals_2026_11",
      found: ["month-missing"],
    },
  }
  for (const [name, { plant, found }] of Object.entries(plants)) {
    it(name, async () => {
      await audit.happened(10)
      await audit.seal()
      const head = await audit.headNow()
      expect(await audit.faults([head])).toEqual([])
      await audit.owner.unsafe(plant)
      expect((await audit.faults([head])).toSorted()).toEqual(found)
    })
  }

  it("a chain rewritten from some link on without the key", async () => {
    await audit.happened(4)
    await audit.seal()
    const head = await audit.headNow()
    await audit.owner`update audit_seals set mac = sha256(mac) where link >= 4`
    expect(await audit.faults([head])).toEqual(["changed-or-reordered 4", "head-differs 4"])
  })

  it("links whose key is not at hand", async () => {
    await audit.happened(4)
    await audit.seal()
    await audit.owner`update audit_seals set key_id = 'other' where link >= 3`
    expect(await audit.faults()).toEqual(["key-missing"])
  })
})
