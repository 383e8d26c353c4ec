import "server-only"
import pino from "pino"
import { env } from "@/lib/env"

/**
 * Structured log of the process, one JSON object a line on standard output. Values that could be personal are never
 * passed to it; the redaction below is a second net, not the rule.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "code",
      "token",
      "nationalId",
      "email",
      "*.password",
      "*.code",
      "*.token",
      "*.nationalId",
      "*.email",
    ],
    censor: "[removed]",
  },
})
