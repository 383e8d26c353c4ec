import { Button } from "@/components/ui/button"
import type { UserShown } from "@/lib/members/get-unit-user"

/** A button that does one thing with a user at once. */
export function ActButton({ act, name, shown }: { act: string; name: string; shown: UserShown }) {
  const { unit, user } = shown
  return (
    <form method="post" action="/api/unit/users/act">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="unitCode" value={unit.code} />
      <input type="hidden" name="membershipId" value={user.id} />
      <input type="hidden" name="version" value={user.version} />
      <Button>{name}</Button>
    </form>
  )
}
