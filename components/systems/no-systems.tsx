import { EmptyState } from "@/components/ui/empty-state"
import { Phrase } from "@/components/ui/phrase"
import type { Dictionary } from "@/lib/i18n/words"

/** Someone who can grant what is missing; the public fields only. */
export type WhoCanHelp = { id: string; name: string; post: string; telephone?: string | undefined }

type NoSystemsProps = {
  w: Dictionary
  units: readonly { id: string; name: string; admins: readonly WhoCanHelp[] }[]
}

/** No system yet: what would stand here, and by name who can change that. */
export function NoSystems({ w, units }: NoSystemsProps) {
  const l = w.systems.launcher
  return (
    <EmptyState title={l.emptyTitle}>
      <p>
        <Phrase text={l.emptyBody} />
      </p>
      {units.map((unit) => (
        <section key={unit.id} className="text-ink">
          <h2 className="text-base">{l.adminsOf(unit.name)}</h2>
          {unit.admins.length === 0 ? (
            <p className="text-ink-2">
              <Phrase text={l.noAdmin} />
            </p>
          ) : (
            <ul className="mt-1 divide-y divide-line">
              {unit.admins.map((admin) => (
                <li key={admin.id} className="py-2">
                  <b>{admin.name}</b>
                  <span className="block text-sm text-ink-2">
                    {admin.post}
                    {admin.telephone ? (
                      <span className="nowrap block">{l.telephone(admin.telephone)}</span>
                    ) : null}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p>
        <a href="/help">{w.ui.frame.help}</a>
      </p>
    </EmptyState>
  )
}
