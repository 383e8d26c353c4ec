import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Icon } from "@/components/ui/icon"
import type { Dictionary } from "@/lib/i18n/words"

type ThaidFormProps = { w: Dictionary; label: string; returnTo?: string | undefined }

/** The way to ThaiID: a plain form whose answer leads there, so that a phone opens the app at a real tap. */
export function ThaidForm({ w, label, returnTo }: ThaidFormProps) {
  return (
    <form method="post" action="/api/login/thaid">
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <Button kind="main" big>
        <Icon name="device" />
        {label}
      </Button>
      <Checkbox id="thaid-shared" name="shared" label={w.signin.door.shared} />
    </form>
  )
}
