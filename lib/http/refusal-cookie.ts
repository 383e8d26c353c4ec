import "server-only"
import { z } from "zod"
import { type Refusal, type RefusalCode, refusalCodes } from "@/lib/kernel/refusal"
import { readCookie, setCookie } from "./cookies"

// A refusal's code travels in the address (`?refused=`), so that a screen shows the right sentence even without
// cookies; what makes it exact (until when, which field) travels in a short-lived cookie. Neither holds what was typed.

const stored = z.object({
  code: z.enum(refusalCodes),
  until: z.iso.datetime().optional(),
  left: z.number().int().optional(),
  request: z
    .string()
    .regex(/^[RO]-\d{4}-\d{4}$/)
    .optional(),
  fields: z.record(z.string().max(40), z.string().max(60)).optional(),
})

/** Seconds that the facts of a refusal are remembered; the longest wait is shorter. */
const remembered = 20 * 60

/** The `Set-Cookie` line that carries a refusal's facts to the screen that shows it. */
export function refusalCookie(refusal: Refusal): string {
  const { code, facts, fields } = refusal
  const value = {
    code,
    until: facts?.until?.toISOString(),
    left: facts?.left,
    request: facts?.request,
    fields,
  }
  return setCookie("refusal", Buffer.from(JSON.stringify(value)).toString("base64url"), remembered)
}

/** The refusal that a screen was asked to show by `?refused=`, with its facts where the cookie still has them. */
export async function shownRefusal(code: string | string[] | undefined): Promise<Refusal | undefined> {
  const known = refusalCodes.find((candidate): candidate is RefusalCode => candidate === code)
  if (!known) return undefined
  const parsed = stored.safeParse(parseCookie(await readCookie("refusal")))
  if (!parsed.success || parsed.data.code !== known) return { code: known }
  const { until, left, request, fields } = parsed.data
  return {
    code: known,
    facts: {
      ...(until ? { until: new Date(until) } : {}),
      ...(left === undefined ? {} : { left }),
      ...(request === undefined ? {} : { request }),
    },
    ...(fields ? { fields } : {}),
  }
}

function parseCookie(value: string | undefined): unknown {
  if (!value) return undefined
  try {
    return JSON.parse(Buffer.from(value, "base64url").toString("utf8"))
  } catch {
    return undefined
  }
}
