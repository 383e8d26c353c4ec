import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { PasswordField } from "@/components/ui/password-field"
import { Phrase } from "@/components/ui/phrase"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type PasswordFormProps = {
  w: Dictionary
  id: string
  /** Whether the computer is asked about here; else it was, before. */
  asksShared: boolean
  /** What comes after the password, in a sentence. */
  next: string
  returnTo?: string | undefined
}

/** User name and password; a plain form post. Nothing typed here is ever written back into the page. */
export function PasswordForm({ w, id, asksShared, next, returnTo }: PasswordFormProps) {
  return (
    <form id={id} method="post" action="/api/login/password" className="mt-4 space-y-3 md:mt-5 md:space-y-4">
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <TextField
        name="username"
        label={w.signin.door.username}
        hint={w.signin.door.usernameHint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField name="password" label={w.signin.door.password} autoComplete="current-password" />
      <p className="text-sm">
        <a href="/recover">{w.signin.door.forgotten}</a>
      </p>
      {asksShared ? (
        <Checkbox name="shared" label={w.signin.door.shared} hint={w.signin.door.sharedHint} />
      ) : null}
      <Button kind="main" wide>
        {w.signin.door.submit}
      </Button>
      <p className="text-sm text-ink-2">
        <Phrase text={next} />
      </p>
    </form>
  )
}
