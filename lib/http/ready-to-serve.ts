import "server-only"
import { env, servingProblems } from "@/lib/env"
import { log } from "@/lib/log"
import { dressApi } from "./dress-api"
import { explainFailures } from "./explain-failures"
import { refuseMalformedAddresses } from "./refuse-malformed-addresses"
import { trustOnlyThePeer } from "./trust-peer"

/**
 * What must hold before the first request, however the server was started: a production that lacks something ends
 * here with the whole list.
 */
export function readyToServe(): void {
  if (env.APP_MODE === "production") {
    const problems = servingProblems()
    if (problems.length > 0) {
      log.fatal({ problems }, "production can't start")
      process.exit(1)
    }
  }
  // The one patched first works closest to Next: ids and failures within what the other two let through.
  if (env.NODE_ENV === "production") explainFailures()
  refuseMalformedAddresses()
  dressApi()
  if (env.TRUST_PROXY === "0") trustOnlyThePeer()
}
