import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

type ConfirmFormProps = { w: Dictionary; unitCode: string; version: number }

/** Says that everything is still right, and renews the date that the public sees. */
export function ConfirmForm({ w, unitCode, version }: ConfirmFormProps) {
  const c = w.profiles.confirm
  return (
    <form method="post" action="/api/unit/profile/confirm" className="rounded-md border border-line p-4">
      <input type="hidden" name="unitCode" value={unitCode} />
      <input type="hidden" name="version" value={version} />
      <p className="mb-3">{c.lead}</p>
      <Button>{c.submit}</Button>
    </form>
  )
}
