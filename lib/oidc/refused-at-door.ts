import "server-only"
import { type Context, execute } from "@/lib/kernel/execute"
import { noteRefusal } from "@/lib/why/note-refusal"
import type { Asked } from "./asked"

/** Where somebody lands whom no right of his lets in: at the reasons, with a number by which others find them too. */
export async function refusedAtDoor(context: Context, asked: Asked, systemCode: string): Promise<string> {
  const noted = await execute(noteRefusal, context, { system: systemCode })
  const trace = noted.ok ? { trace: noted.value.trace } : {}
  return `/why?${new URLSearchParams({ system: systemCode, ...trace, from: asked.uid })}`
}
