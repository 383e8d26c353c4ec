import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Icon } from "@/components/ui/icon"
import type { Dictionary } from "@/lib/i18n/words"

type ThaidWayProps = { w: Dictionary; form: string }

/**
 * ThaiID's button and the question about the computer, once for both ways in: all of it is part of the password's form,
 * which the button sends to another address. The Enter key presses the first button of a form, so that one which nobody
 * sees and no Tab stops at stands before ThaiID's.
 */
export function ThaidWay({ w, form }: ThaidWayProps) {
  const d = w.signin.door
  return (
    <div className="mt-4 md:mt-6">
      <button type="submit" form={form} tabIndex={-1} aria-hidden="true" className="sr-only">
        {d.submit}
      </button>
      <Button kind="main" big form={form} formAction="/api/login/thaid">
        <Icon name="device" />
        {d.thaid}
      </Button>
      <Checkbox name="shared" label={d.shared} hint={d.sharedHint} form={form} />
      <p className="border-t border-line pt-3 text-sm text-ink-2 md:mt-2">{d.or}</p>
    </div>
  )
}
