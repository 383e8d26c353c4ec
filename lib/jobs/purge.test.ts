import { expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { purgeOnce } from "./purge"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:30:00Z")
const day = 24 * 60 * 60_000
const ago = (days: number) => new Date(now.getTime() - days * day)

it("goes through all that has served its time, and leaves what has not", async () => {
  const { db, owner } = database()
  const { id } = await makeAccount(db, { passwordHash: null })
  for (const [name, days] of [
    ["old", 1.1],
    ["new", 0.9],
  ] as const) {
    const [flow] = await owner`
      insert into login_flows (token_hash, account_id, shared_computer, guesses_left, created_at, expires_at)
      values (${name}::text::bytea, ${id}, false, 5, ${ago(days)}, ${ago(days)}) returning id`
    await owner`insert into otp_codes (flow_id, code_hash, sent_at, expires_at, mail_id)
      values (${flow?.id}, '\\x00', ${ago(days)}, ${ago(days)}, gen_random_uuid())`
    await owner`insert into recoveries (token_hash, subject, guesses_left, created_at, expires_at)
      values (${name}::text::bytea, '', 5, ${ago(days)}, ${ago(days)})`
    const [unit] =
      await owner`insert into units (kind, path, code, name_th, name_short_th, search, source_digest)
      values ('department', ${name}, ${name}, '', '', '', '') returning id`
    await owner`insert into assisted_recoveries (account_id, unit_id, reason, note, asked_by, asked_at, wait_until,
        owner_told, cancel_hash, expires_at, state)
      values (${id}, ${unit?.id}, 'other', '', ${id}, ${ago(99)}, ${ago(99)}, true, ${name}::text::bytea,
        ${ago(days * 90)}, 'done')`
    await owner`insert into invitations (account_id, token_hash, email, created_at, expires_at, guesses_left, ended_at)
      values (${id}, ${name}::text::bytea, 'a@b.example', ${ago(days)}, ${ago(days * 90)}, 0, ${ago(days * 90)})`
    await owner`insert into alarms (token_hash, created_at, expires_at)
      values (${name}::text::bytea, ${ago(days)}, ${ago(days)})`
    await owner`insert into signin_throttles (subject, device, failures, last_failed_at)
      values (${name}::text::bytea, '', 1, ${ago(days)})`
    await owner`insert into rate_limits (scope, key, window_ends_at, count)
      values ('s', ${name}::text::bytea, ${ago(days / 24)}, 1)`
    await owner`insert into sessions (token_hash, account_id, acr, amr, authenticated_at, last_seen_at, idle_seconds,
        expires_at, shared_computer, user_agent)
      values (${name}::text::bytea, ${id}, 'a', '{pwd}', ${ago(days)}, ${ago(days)}, 1800, ${ago(days * 90)}, false, '')`
    await owner`insert into known_devices (device_hash, account_id, first_signed_in_at, last_signed_in_at)
      values (${name}::text::bytea, ${id}, ${ago(days)}, ${ago(days * 365)})`
    await owner`insert into outbox_mails (template, locale, recipient, created_at, next_attempt_at, drop_after, sent_at)
      values (${name}, 'th', 'a@b.example', ${ago(days * 90)}, ${ago(days * 90)}, ${ago(1)}, ${ago(days * 90)})`
  }
  await purgeOnce(db, now)
  const tables = ["login_flows", "sessions", "signin_throttles", "rate_limits", "known_devices"]
  for (const table of [...tables, "recoveries", "assisted_recoveries", "alarms", "invitations"]) {
    expect([table, await owner`select 1 from ${owner(table)}`]).toEqual([table, [expect.anything()]])
  }
  expect(await owner`select 1 from otp_codes`).toHaveLength(1)
  expect((await owner`select template from outbox_mails`).map((row) => row.template)).toEqual(["new"])
})
