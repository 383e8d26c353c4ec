import "server-only"
import type { z } from "zod"
import type { Actor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import type { Result } from "@/lib/kernel/outcome"
import type { Read } from "@/lib/kernel/read"
import { requestContext } from "./request-context"

/** Runs a read for this request's actor. */
export async function runRead<A extends Actor, S extends z.ZodType, V>(
  read: Read<A, S, V>,
  input: unknown,
): Promise<Result<V>> {
  return look(read, await requestContext(), input)
}
