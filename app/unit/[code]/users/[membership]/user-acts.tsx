import { LinkButton } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"
import type { UserShown } from "@/lib/members/get-unit-user"
import { ActButton } from "./act-button"

type UserActsProps = { w: Dictionary; path: string; shown: UserShown }

/** What the reader may do with a user of the unit. */
export function UserActs({ w, path, shown }: UserActsProps) {
  const a = w.members.acts
  const { unit, user, isSelf } = shown
  if (!unit.canManage || user.state === "ended") return null
  return (
    <section aria-label={a.title} className="screen-only mt-5 flex flex-wrap gap-3">
      <LinkButton href={`${path}/edit`}>{a.edit}</LinkButton>
      {isSelf ? (
        <LinkButton href={`${path}/leave`}>{a.leave}</LinkButton>
      ) : (
        <>
          {user.state === "suspended" ? (
            <ActButton act="restore" name={a.restore} shown={shown} />
          ) : (
            <LinkButton href={`${path}/suspend`}>{a.suspend}</LinkButton>
          )}
          {user.state === "active" ? (
            <LinkButton href={`/unit/${unit.code}/transfers/new?user=${user.id}`}>
              {w.transfers.begin}
            </LinkButton>
          ) : null}
          <LinkButton href={`${path}/end`}>{a.end}</LinkButton>
        </>
      )}
    </section>
  )
}
