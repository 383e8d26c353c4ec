import { LinkButton } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

/** The portal takes no more sign-ins for a moment: what happened and what to do. */
export function BusyPanel({ w }: { w: Dictionary }) {
  return (
    <div className="mx-auto max-w-door space-y-5">
      <h1>{w.signin.busy.title}</h1>
      <p>{w.signin.busy.body}</p>
      <LinkButton href="/login" wide>
        {w.signin.busy.again}
      </LinkButton>
    </div>
  )
}
