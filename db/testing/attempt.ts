import type { z } from "zod"
import type { Actor } from "@/lib/kernel/actor"
import type { Command } from "@/lib/kernel/command"
import { execute } from "@/lib/kernel/execute"
import type { TestDatabase } from "./test-database"

/** Tries commands on a test's database, for the matrix of powers: what came of it, in a word. */
export function attempts(test: () => Pick<TestDatabase, "db">, now: Date) {
  return async function attempt<A extends Actor, S extends z.ZodType, P, V>(
    command: Command<A, S, P, V>,
    actor: Actor,
    input: unknown,
  ): Promise<string> {
    const answer = await execute(command, { db: test().db, actor, now, requestId: "matrix" }, input)
    return answer.ok ? "done" : answer.refusal.code
  }
}
