import type postgres from "postgres"
import type { PlanNode } from "./judge"

/** A statement as it was sent. */
export type Sent = { readonly text: string; readonly values: readonly unknown[] }

/** One of the two plans that a kept statement may run by. */
export type Plan = { readonly by: "custom" | "generic"; readonly plan: PlanNode }

/** The plan that the server makes for these values, and the one that it keeps for all. */
export async function plansOf(client: postgres.Sql | postgres.TransactionSql, sent: Sent): Promise<Plan[]> {
  const explained = async (tx: postgres.TransactionSql): Promise<Plan[]> => {
    await tx.unsafe(`prepare judged as ${sent.text}`)
    const values = sent.values.length > 0 ? `(${sent.values.map(literal).join(", ")})` : ""
    const plans: Plan[] = []
    for (const by of ["custom", "generic"] as const) {
      await tx.unsafe(`set local plan_cache_mode = force_${by}_plan`)
      const [row] = await tx.unsafe<{ "QUERY PLAN": readonly { readonly Plan: PlanNode }[] }[]>(
        `explain (format json) execute judged ${values}`,
      )
      const plan = row?.["QUERY PLAN"][0]?.Plan
      if (!plan) throw new Error("the server told no plan")
      plans.push({ by, plan })
    }
    await tx.unsafe("deallocate judged")
    return plans
  }
  return "begin" in client ? client.begin(explained) : explained(client)
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null"
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString("hex")}'`
  return `'${String(value).replaceAll("'", "''")}'`
}
