import { PasskeyForm } from "@/components/factors/passkey-form"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { formatDate, formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Key = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null; isStopped: boolean }

type PasskeyListProps = { w: Dictionary; locale: Locale; passkeys: readonly Key[]; isOffered: boolean }

/** One's passkeys, each to be removed, and the way to add one. */
export function PasskeyList({ w, locale, passkeys, isOffered }: PasskeyListProps) {
  const [f, p] = [w.factors, w.factors.passkey]
  return (
    <section aria-labelledby="passkeys-title" className="mb-10">
      <h2 id="passkeys-title">{p.title}</h2>
      <p className="mt-1 mb-4 text-ink-2">{p.lead}</p>
      {passkeys.length > 0 ? (
        <ul className="mb-5 border-t border-line">
          {passkeys.map((key) => (
            <li
              key={key.id}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3"
            >
              <div>
                <b className="block [overflow-wrap:anywhere]">{key.name || p.unnamed}</b>
                {key.isStopped ? <span className="block text-sm text-lotus">{p.stopped}</span> : null}
                <span className="block text-sm text-ink-2">{f.since(formatDate(key.createdAt, locale))}</span>
                {key.lastUsedAt ? (
                  <span className="block text-sm text-ink-2">
                    {f.lastUsed(formatDateTime(key.lastUsedAt, locale))}
                  </span>
                ) : null}
              </div>
              <form method="post" action="/api/account/passkeys/remove">
                <input type="hidden" name="id" value={key.id} />
                <Button kind="danger">{p.remove}</Button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      {isOffered ? (
        <PasskeyForm
          kind="create"
          action="/api/account/passkeys/add"
          options="/api/account/passkeys/options"
          isMain
          words={{ ...p.form, submit: p.add }}
        >
          <TextField name="name" id="passkey-name" label={p.name} hint={p.nameHint} maxLength={60} />
        </PasskeyForm>
      ) : (
        <p>{p.notHere}</p>
      )}
    </section>
  )
}
