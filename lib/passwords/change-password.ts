import "server-only"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, type Refused, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { endSessionsBut } from "@/lib/sessions/end-sessions-but"
import { assurances } from "@/lib/sessions/rules"
import { type CheckedPassword, checkPassword, concludePassword } from "@/lib/signin/check-password"
import { hashNewPassword } from "./hash-new-password"
import { changePasswordInput } from "./schema"
import { setPassword } from "./set-password"

type Prepared = CheckedPassword & { readonly passwordHash?: string }

/**
 * Changes one's own password: the one at present once more (a wrong one counts as at the door), then a new one that
 * nobody would guess. The owner is told by mail; sign-ins that wait for their code end, other sessions if so wished.
 */
export const changePassword = command({
  name: "passwords.change",
  input: changePasswordInput,
  allow: canBeAccount,
  isBeforePasswordChange: true,
  // Who must change it comes from the sign-in, and who came in by password alone may have no address for a code.
  freshness: ({ acr, mustChangePassword }) =>
    mustChangePassword || acr === assurances.password.acr ? undefined : "step-up",
  async prepare({ db, actor: { accountId }, now, input }): Promise<Prepared | Refused> {
    const { currentPassword: password, newPassword, browser } = input
    const checked = await checkPassword(db, { key: { accountId }, typed: "", password, browser, now })
    if ("kind" in checked || !checked.matches) return checked
    if (newPassword.normalize("NFKC") === password.normalize("NFKC")) return refused("passwords.same")
    const passwordHash = await hashNewPassword(db, { accountId, newPassword, now })
    return typeof passwordHash === "string" ? { ...checked, passwordHash } : passwordHash
  },
  async run({ tx, actor, now, input, prepared }) {
    const { accountId } = actor
    const { waitUntil } = await concludePassword(tx, prepared, now)
    const { credential, rehashed, matches, passwordHash } = prepared
    if (!(matches && passwordHash)) {
      return waitUntil
        ? refusedOnRecord("signin.wait", { subject: accountId }, { until: waitUntil })
        : refusedOnRecord("passwords.current-wrong", { subject: accountId })
    }
    if (waitUntil) return refused("signin.wait", { until: waitUntil })
    // Somebody else may have changed it between the check and now.
    const instead = rehashed ?? credential?.passwordHash ?? null
    const set = await setPassword(tx, { accountId, passwordHash, instead, now })
    if (!set) return refused("passwords.current-wrong")
    const ended = input.endOthers ? await endSessionsBut(tx, actor, now) : 0
    return done({ ended }, { subject: accountId, detail: { ended, told: set.told } })
  },
})
