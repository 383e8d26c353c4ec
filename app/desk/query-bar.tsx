import { queuePath } from "@/components/desk/desk-path"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"

const views = {
  forMe: "is:waiting can:decide",
  waiting: "is:waiting",
  orders: "is:waiting kind:order",
  older: "is:waiting older:3d",
  returned: "is:returned",
  byMe: "is:decided by:me",
} as const

/** The query bar and the views used often, each an address that can be kept and passed on. */
export function QueryBar({ w, q }: { w: Dictionary; q: string }) {
  const { desk } = w
  return (
    <search>
      <form method="get" action="/desk" className="mb-3 flex flex-wrap items-end gap-3">
        <div className="min-w-60 grow">
          <TextField
            name="q"
            type="search"
            label={desk.searchLabel}
            hint={desk.searchHint}
            defaultValue={q}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
        <Button>{desk.search}</Button>
      </form>
      <nav aria-label={desk.viewsLabel} className="mb-4">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {Object.entries(views).map(([name, query]) => (
            <li key={name}>
              <a
                href={queuePath(query)}
                aria-current={q === query ? "page" : undefined}
                className="inline-block py-1 aria-[current]:font-semibold"
              >
                {desk.views[name as keyof typeof views]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </search>
  )
}
