import "server-only"
import { env, productionProblems } from "@/lib/env"
import { log } from "@/lib/log"
import { explainFailures } from "./explain-failures"
import { refuseMalformedAddresses } from "./refuse-malformed-addresses"
import { trustOnlyThePeer } from "./trust-peer"

/**
 * What must hold before the first request, however the server was started: a production that lacks something ends
 * here with the whole list (the portal's process needs no owner of the schema, so that one line is left out).
 */
export function readyToServe(): void {
  if (env.APP_MODE === "production") {
    const problems = productionProblems({ ...texts(), DATABASE_OWNER_URL: "kept from the portal" })
    if (problems.length > 0) {
      log.fatal({ problems }, "production can't start")
      process.exit(1)
    }
  }
  // The one patched first works closest to Next: ids and failures within what the other two let through.
  if (env.NODE_ENV === "production") explainFailures()
  refuseMalformedAddresses()
  if (env.TRUST_PROXY === "0") trustOnlyThePeer()
}

function texts(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}
