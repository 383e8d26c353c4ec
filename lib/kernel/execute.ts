import type { z } from "zod"
import { insertAuditEvent } from "@/db/queries/audit"
import type { Database, Transaction } from "@/db/types"
import { type AccountActor, type Actor, seenAs } from "./actor"
import { type Command, freshnessLimits } from "./command"
import type { AuditNote, Refused, Result } from "./outcome"
import type { Read } from "./read"
import type { FieldErrors, Refusal } from "./refusal"

/** Everything about a request that a command or read may know. */
export type Context = {
  readonly db: Database
  readonly actor: Actor
  readonly now: Date
  readonly requestId: string
}

/** Carries a refusal out of the transaction so that the driver rolls back. Never leaves this file. */
class Undo extends Error {
  constructor(readonly refusal: Refusal) {
    super("undone")
  }
}

/**
 * Runs a command: authorises, validates, asks for freshness, prepares, opens the transaction, runs, and writes the audit event in the
 * same transaction. An attempt that the actor may not make at all is audited by itself (OWASP ASVS 5.0 16.3.2).
 */
export async function execute<A extends Actor, S extends z.ZodType, P, V>(
  command: Command<A, S, P, V>,
  context: Context,
  rawInput: unknown,
): Promise<Result<V>> {
  const { db, now } = context
  const actor = seenAs(context.actor, command.isBeforePasswordChange === true)
  if (!command.allow(actor)) {
    if (actor !== context.actor) return { ok: false, refusal: { code: "passwords.must-change" } }
    await db.transaction((tx) => record(tx, command.name, context, "forbidden", {}))
    return { ok: false, refusal: { code: "forbidden" } }
  }
  const parsed = command.input.safeParse(rawInput)
  if (!parsed.success) return { ok: false, refusal: { code: "invalid", fields: fieldErrors(parsed.error) } }
  if (!isFreshEnough(command, actor, now)) {
    await db.transaction((tx) => record(tx, command.name, context, "session.step-up-needed", {}))
    return { ok: false, refusal: { code: "session.step-up-needed" } }
  }
  const input = parsed.data
  const prepared = command.prepare ? await command.prepare({ db, actor, now, input }) : undefined
  if (isRefused(prepared)) return { ok: false, refusal: prepared.refusal }
  try {
    return await db.transaction(async (tx): Promise<Result<V>> => {
      const outcome = await command.run({ tx, actor, now, input, prepared: prepared as P })
      if (outcome.kind === "refused") throw new Undo(outcome.refusal)
      if (outcome.kind === "refused-on-record") {
        await record(tx, command.name, context, outcome.refusal.code, outcome.audit)
        return { ok: false, refusal: outcome.refusal }
      }
      await record(tx, command.name, context, null, outcome.audit)
      return { ok: true, value: outcome.value }
    })
  } catch (thrown) {
    if (thrown instanceof Undo) return { ok: false, refusal: thrown.refusal }
    throw thrown
  }
}

/** Runs a read: authorises, validates, looks. A no to authorisation is `not-found`. */
export async function look<A extends Actor, S extends z.ZodType, V>(
  read: Read<A, S, V>,
  context: Context,
  rawInput: unknown,
): Promise<Result<V>> {
  const { db, now } = context
  const actor = seenAs(context.actor, read.isBeforePasswordChange === true)
  if (!read.allow(actor)) return { ok: false, refusal: { code: "not-found" } }
  const parsed = read.input.safeParse(rawInput)
  if (!parsed.success) return { ok: false, refusal: { code: "invalid", fields: fieldErrors(parsed.error) } }
  return read.run({ db, actor, now, input: parsed.data })
}

/** Whether the person proved who he is lately enough. What the portal does by itself has nobody to ask. */
function isFreshEnough<A extends Actor, S extends z.ZodType, P, V>(
  { freshness }: Command<A, S, P, V>,
  actor: A,
  now: Date,
): boolean {
  const wanted = typeof freshness === "function" ? freshness(actor) : freshness
  if (!wanted || actor.kind === "system") return true
  return actor.kind === "account" && isFreshFor(actor, wanted, now)
}

/** The same for a page that would rather ask before a form is filled in than after. */
export function isFreshFor(
  { steppedUpAt, runUntil }: AccountActor,
  wanted: "step-up" | "run",
  now: Date,
): boolean {
  if (wanted === "run" && runUntil && runUntil > now) return true
  return steppedUpAt !== undefined && now.getTime() - steppedUpAt.getTime() <= freshnessLimits.stepUp * 1000
}

function isRefused(value: unknown): value is Refused {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "refused"
}

function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join(".") || "form"] ??= issue.message
  return fields
}

async function record(
  tx: Transaction,
  action: string,
  { actor, now, requestId }: Context,
  refusal: string | null,
  note: AuditNote,
): Promise<void> {
  await insertAuditEvent(tx, {
    at: now,
    action,
    actorKind: actor.kind,
    actorId: actor.kind === "account" ? actor.accountId : (note.account ?? null),
    sessionId: note.session ?? (actor.kind === "account" ? actor.sessionId : null),
    subjectId: note.subject ?? null,
    unitId: note.unit ?? null,
    refusal,
    requestId,
    detail: note.detail ?? {},
  })
}
