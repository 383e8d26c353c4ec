import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"

/** Search among one's own systems; the words stand in the address, so the page works without JavaScript. */
export function LauncherSearch({ w, query }: { w: Dictionary; query: string }) {
  return (
    <search>
      <form method="get" action="/portal" className="flex gap-2">
        <input
          type="search"
          name="q"
          defaultValue={query}
          aria-label={w.systems.launcher.search}
          placeholder={w.systems.launcher.search}
          className="input min-w-0 sm:w-72"
        />
        <Button>{w.systems.launcher.find}</Button>
      </form>
    </search>
  )
}
