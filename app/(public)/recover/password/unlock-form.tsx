import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

/** For who signs in by ThaiID: the locked account opens, and there is no password to set. */
export function UnlockForm({ w }: { w: Dictionary }) {
  const u = w.recovery.unlock
  return (
    <form method="post" action="/api/recover/unlock" className="space-y-4">
      <p>{u.lead}</p>
      <Button kind="main" wide>
        {u.submit}
      </Button>
    </form>
  )
}
