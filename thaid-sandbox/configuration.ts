import { z } from "zod"
import { client } from "./clients"
import { switchChange } from "./switches"

const seconds = (usual: number) => z.coerce.number().min(0.05).max(86_400).default(usual)

const jsonOf = <Schema extends z.ZodType>(schema: Schema) => z.string().transform(parsedJson).pipe(schema)

function parsedJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: "custom", message: "not JSON" })
    return z.NEVER
  }
}

const schema = z.object({
  THAID_SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  DEMO_LISTEN: z.string().default("127.0.0.1"),
  THAID_SANDBOX_ORIGIN: z.url().optional(),
  THAID_SANDBOX_CLIENTS: jsonOf(z.array(client).min(1).max(50)),
  THAID_SANDBOX_PERSONS_FILE: z.string().optional(),
  THAID_SANDBOX_SWITCHES: jsonOf(switchChange).default({}),
  THAID_SANDBOX_QR_SECONDS: seconds(120),
  THAID_SANDBOX_CODE_SECONDS: seconds(60),
  THAID_SANDBOX_SLOW_SECONDS: seconds(20),
})

/** The sandbox's own settings; nothing of the portal's is read. */
export type Configuration = z.infer<typeof schema>

/** Why this process must not run as a sandbox; null when it may. */
export function refusalToStart(source: Record<string, string | undefined>): string | null {
  if (source.APP_MODE === "demo") return null
  if (source.APP_MODE) return "the ThaiID sandbox belongs to the demonstration (APP_MODE=demo)"
  if (source.THAID_SANDBOX_TEST === "1") return null
  return "the ThaiID sandbox needs APP_MODE=demo, or THAID_SANDBOX_TEST=1 in a test"
}

/** Reads the settings; empty ones count as absent. Throws on a malformed one, or where a sandbox may not run. */
export function readConfiguration(source: Record<string, string | undefined>): Configuration {
  const refusal = refusalToStart(source)
  if (refusal) throw new Error(refusal)
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value !== "")
  return schema.parse(Object.fromEntries(given))
}
