import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

type AppFormProps = {
  w: Dictionary
  underWay: { key: string; qr: string } | undefined
  error: string | undefined
  name: string
}

/** Adds an app: begin, then scan (or type the key) and enter its first code. */
export function AppForm({ w, underWay, error, name }: AppFormProps) {
  const a = w.factors.add
  if (!underWay) {
    return (
      <form method="post" action="/api/account/factors/begin">
        <Button kind="main" wide>
          {a.begin}
        </Button>
      </form>
    )
  }
  return (
    <section aria-labelledby="add-title">
      <h3 id="add-title">{a.title}</h3>
      <p className="mt-1 mb-3">{a.scan}</p>
      <img className="mb-4 w-60" src={underWay.qr} alt={a.qr} width={240} height={240} />
      <p className="mb-1">{a.byHand}</p>
      <p className="mb-5 font-mono text-lg break-words" lang="en" translate="no">
        {underWay.key}
      </p>
      <form method="post" action="/api/account/factors/confirm" className="space-y-4">
        <TextField name="name" label={a.name} hint={a.nameHint} defaultValue={name} maxLength={60} />
        <TextField
          name="code"
          label={a.code}
          hint={a.codeHint}
          error={error}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          className="max-w-52 text-xl tracking-widest"
        />
        <Button kind="main" wide>
          {a.submit}
        </Button>
      </form>
    </section>
  )
}
