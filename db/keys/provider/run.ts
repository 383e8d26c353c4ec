import { randomUUID } from "node:crypto"
import { setTimeout } from "node:timers/promises"
import { connect } from "@/db/client"
import { listKeys } from "@/db/queries/oidc"
import { required } from "@/lib/env"
import { execute } from "@/lib/kernel/execute"
import { keepKeys } from "@/lib/oidc/keep-keys"

// `npm run oidc:keys -- list | rotate`: the keys of the OpenID Provider. Nothing has to be restarted.
const say = (line: string) => process.stdout.write(`${line}\n`)
/** Milliseconds after which every instance has seen what was published. */
const seen = 6_000

const { db, close } = connect(required("DATABASE_URL"), { max: 1 })

async function keep(ahead: "publish" | "turn"): Promise<void> {
  const actor = { kind: "system", name: "operator" } as const
  const result = await execute(keepKeys, { db, actor, now: new Date(), requestId: randomUUID() }, { ahead })
  if (!result.ok) throw new Error(result.refusal.code)
}

async function list(): Promise<void> {
  for (const { use, kid, state, createdAt, activatedAt, retiredAt } of await listKeys(db)) {
    const since = retiredAt ?? activatedAt ?? createdAt
    say(`${use.padEnd(8)} ${state.padEnd(8)} since ${since.toISOString()}  ${kid}`)
  }
}

try {
  const [wanted = "list"] = process.argv.slice(2)
  if (wanted === "rotate") {
    if ((await listKeys(db)).length === 0)
      throw new Error("there are no keys yet: the first sign-in makes them")
    await keep("publish")
    await setTimeout(seen)
    await keep("turn")
    say("The keys have turned; the former ones prove for 14 days what they signed.")
  } else if (wanted !== "list") throw new Error("say list or rotate")
  await list()
} catch (error) {
  say(error instanceof Error ? error.message : "failed")
  process.exitCode = 1
} finally {
  await close()
}
