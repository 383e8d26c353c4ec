import "server-only"
import { env, servingProblems } from "@/lib/env"
import { log } from "@/lib/log"
import { answerFirst, type FirstAnswer } from "./answer-first"
import { dressApi, oidcPath } from "./dress-api"
import { explainFailures } from "./explain-failures"
import { refuseMalformedAddresses } from "./refuse-malformed-addresses"
import { trustOnlyThePeer } from "./trust-peer"

/**
 * What must hold before the first request, however the server was started: a production that lacks something ends
 * here with the whole list.
 */
export function readyToServe(oidc: FirstAnswer["answer"]): void {
  if (env.APP_MODE === "production") {
    const problems = servingProblems()
    if (problems.length > 0) {
      log.fatal({ problems }, "production can't start")
      process.exit(1)
    }
  }
  // What answers before Next stands behind the ids, the failures and the headers that all answers have.
  answerFirst({ under: oidcPath, answer: oidc })
  dressRequests()
}

/** What every request passes through before anything of ours answers it, in the portal and in the provider's own process. */
export function dressRequests(): void {
  // The one patched first works closest to Next: ids and failures within what the other two let through.
  if (env.NODE_ENV === "production") explainFailures()
  refuseMalformedAddresses()
  dressApi()
  if (env.TRUST_PROXY === "0") trustOnlyThePeer()
}
