import { env } from "@/lib/env"
import { answerOperation } from "@/lib/machine/answer-operation"
import { describeApi } from "@/lib/machine/describe-api"
import { operations } from "@/lib/machine/operations"
import { describedAnswers } from "./described-answers"
import type { OidcStage } from "./oidc-stage"
import type { TestDatabase } from "./test-database"

type Secret = { readonly id: string; readonly secret: string }

/** What a program sends beside the query. */
type Asked = {
  readonly bearer: string
  readonly headers?: Record<string, string>
  readonly inPath?: Record<string, string>
}

/** Every scope of the API. */
export const bothScopes = ["directory.read", "changes.read"]

/** How a program gets its tokens at a stage's provider and asks the API with them; every answer is held to the description. */
export function machineSteps(test: () => TestDatabase, stage: OidcStage) {
  /** The API believes that it stands where the provider does. */
  async function open(): Promise<() => Promise<void>> {
    const usual = env.ORIGIN
    await stage.open()
    env.ORIGIN = stage.origin
    return async () => {
      env.ORIGIN = usual
      await stage.close()
    }
  }

  /** The token endpoint, as a program asks it. */
  async function ask({ id, secret }: Secret, more: Record<string, string> = {}) {
    const answer = await fetch(`${stage.origin}/oidc/token`, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
      body: new URLSearchParams({ grant_type: "client_credentials", scope: bothScopes.join(" "), ...more }),
    })
    return (await answer.json()) as Record<string, string>
  }

  /** Which answers of what were held to the description. */
  const judged = new Set<string>()
  let judge: ReturnType<typeof describedAnswers> | undefined

  const tokenOf = async (one: Secret, more: Record<string, string> = {}) =>
    (await ask(one, more)).access_token ?? ""

  /** Asks the API. An answer that is not as its description says fails here. */
  async function get(name: keyof typeof operations, query: string, asked: Asked) {
    const { bearer, headers = {}, inPath = {} } = asked
    const request = new Request(`${stage.origin}/api/v1/x${query}`, {
      headers: { ...(bearer && { authorization: `Bearer ${bearer}` }), ...headers },
    })
    const at = { request, db: test().db, now: stage.now, requestId: "test", inPath }
    const answer = await answerOperation(name, at)
    const text = await answer.text()
    const body = text ? (JSON.parse(text) as Record<string, unknown>) : {}
    judge ??= describedAnswers(JSON.stringify(describeApi()))
    const { status, headers: sent } = answer
    judge(operations[name].path, { status, type: sent.get("content-type") ?? "", body })
    judged.add(`${name} ${status}`)
    return { status: answer.status, body, headers: answer.headers }
  }

  return { open, ask, tokenOf, get, judged }
}
