import { LinkButton } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"
import type { UserShown } from "@/lib/members/get-unit-user"
import { ActButton } from "./act-button"

type AccountActsProps = { w: Dictionary; path: string; shown: UserShown }

/** What the reader may do with the account of a user as a whole, or who else may. */
export function AccountActs({ w, path, shown }: AccountActsProps) {
  const a = w.members.acts
  const { unit, user, isSelf, canActOnAccount } = shown
  if (!canActOnAccount) {
    const isTold = unit.canManage && !isSelf
    return isTold ? <p className="screen-only mt-4 text-sm text-ink-2">{a.accountElsewhere}</p> : null
  }
  if (user.accountState === "closed") return null
  return (
    <section aria-labelledby="account-acts" className="screen-only mt-8">
      <h2 id="account-acts">{a.accountTitle}</h2>
      <p className="mb-3 text-sm text-ink-2">{a.accountAbout}</p>
      <div className="flex flex-wrap gap-3">
        <ActButton act="end-sessions" name={a.endSessions} shown={shown} />
        <LinkButton href={`/unit/${unit.code}/recoveries`}>{a.recover}</LinkButton>
        {user.accountState === "active" ? (
          <LinkButton href={`${path}/suspend-account`}>{a.suspendAccount}</LinkButton>
        ) : null}
        {user.accountState === "suspended" ? (
          <ActButton act="restore-account" name={a.restoreAccount} shown={shown} />
        ) : null}
        <LinkButton href={`${path}/close-account`}>{a.closeAccount}</LinkButton>
      </div>
    </section>
  )
}
