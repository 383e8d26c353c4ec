import type { makeAccount } from "@/db/factories/account"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { mailPlace } from "@/lib/mail/place"
import { proveByCode } from "@/lib/recovery/prove-by-code"
import { raiseAlarm } from "@/lib/recovery/raise-alarm"
import { resetPassword } from "@/lib/recovery/reset-password"
import { startRecovery } from "@/lib/recovery/start-recovery"
import type { TestDatabase } from "./test-database"

/** A password that anyone may choose. */
export const fresh = "แมวสามสีกินปลาทูบนหลังคา"

type Account = Awaited<ReturnType<typeof makeAccount>>

/** The steps that tests of recovery take, on a test's own database. */
export function recoverySteps(test: () => TestDatabase) {
  let addresses = 0
  const at = (now: Date) => ({ db: test().db, actor: visitor, now, requestId: "test" })

  /** What was mailed to an address, the newest first. */
  const mailed = async (
    email: string | null,
  ): Promise<{ template: string; props: Record<string, string> }[]> => {
    const rows = await test().owner`
      select id, template, props_sealed from outbox_mails where recipient = ${email ?? "-"}
      order by created_at desc, id`
    return rows.map((row) => ({
      template: row.template,
      props: JSON.parse(open(keyRing(), mailPlace(row.id), row.props_sealed)),
    }))
  }
  const ask = (username: string, now: Date, address?: string) => {
    addresses += 1
    return execute(startRecovery, at(now), {
      username,
      address: address ?? `10.9.${addresses >> 8}.${addresses & 255}`,
    })
  }
  const prove = (recovery: string, code: string, now: Date) =>
    execute(proveByCode, at(now), { recovery, code })
  const reset = (recovery: string, now: Date, newPassword = fresh) =>
    execute(resetPassword, at(now), { recovery, newPassword, again: newPassword })

  /** A recovery that waits for its code, with the code and a wrong one. */
  const asked = async (account: Account, now: Date) => {
    const result = await ask(account.username, now)
    if (!result.ok) throw new Error(JSON.stringify(result))
    const code = (await mailed(account.email))[0]?.props.code ?? ""
    return { recovery: result.value.recovery, code, wrong: code === "000000" ? "111111" : "000000" }
  }

  return {
    at,
    mailed,
    ask,
    asked,
    prove,
    reset,
    alarm: (alarm: string, now: Date) => execute(raiseAlarm, at(now), { alarm }),
    /** The whole way by e-mail. */
    async recovered(account: Account, now: Date, newPassword = fresh) {
      const { recovery, code } = await asked(account, now)
      await prove(recovery, code, now)
      return reset(recovery, now, newPassword)
    },
    async stateOf({ id }: Account) {
      const [row] = await test().owner`
        select state, locked_reason, powers_held_until, password_hash, password_closed_at from accounts where id = ${id}`
      return row
    },
  }
}
