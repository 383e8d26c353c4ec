import "server-only"
import type { z } from "zod"
import type { Actor } from "@/lib/kernel/actor"
import type { Command } from "@/lib/kernel/command"
import { execute } from "@/lib/kernel/execute"
import type { Result } from "@/lib/kernel/outcome"
import { log } from "@/lib/log"
import { touchRun } from "@/lib/sessions/touch-run"
import { requestContext } from "./request-context"

/** Runs a command for this request's actor. The log gets the command's name and the refusal's code, never the input. */
export async function runCommand<A extends Actor, S extends z.ZodType, P, V>(
  command: Command<A, S, P, V>,
  input: unknown,
): Promise<Result<V>> {
  const context = await requestContext()
  const result = await execute(command, context, input)
  const { actor, db, now } = context
  if (result.ok && command.freshness === "run" && actor.kind === "account")
    await touchRun(db, actor.sessionId, now)
  log.info({
    command: command.name,
    requestId: context.requestId,
    ms: Date.now() - context.now.getTime(),
    ...(result.ok ? {} : { refusal: result.refusal.code }),
  })
  return result
}
