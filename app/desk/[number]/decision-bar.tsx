import { Key } from "@/components/desk/key"
import { Button, LinkButton } from "@/components/ui/button"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { ReasonPanel } from "./reason-panel"
import { forms, type Seen, SeenFields } from "./seen-fields"

type DecisionBarProps = {
  w: Dictionary
  locale: Locale
  kind: "registration" | "order"
  people: readonly { id: string; name: string }[]
  seen: Seen
  /** Where to prove oneself first, if that is not fresh: better before reasons are typed than after. */
  proveAt: string | undefined
  typed: Readonly<Record<string, string>> | undefined
}

/** The decision: approve at once, or open a panel to hand back or reject; or put the case down. */
export function DecisionBar({ w, locale, kind, people, seen, proveAt, typed }: DecisionBarProps) {
  const { desk } = w
  const panel = { w, locale, kind, people, seen, typed }
  return (
    <section
      aria-label={desk.decisionBar}
      className="sticky bottom-0 z-20 -mx-4 flex max-h-[80dvh] flex-wrap items-end gap-3 overflow-auto border-t border-line bg-sheet px-4 py-3 lg:-mx-8 lg:px-8"
    >
      {proveAt ? (
        <LinkButton href={proveAt} kind="main" dataKey="a">
          {desk.proveFirst} <Key name="A" />
        </LinkButton>
      ) : (
        <>
          <form id={forms.approve} method="post" action="/api/desk/decide">
            <SeenFields seen={seen} outcome="approve" />
            <Button kind="main" dataKey="a">
              {people.length > 1 ? desk.approveAll(digits(people.length, locale)) : desk.approve}{" "}
              <Key name="A" />
            </Button>
          </form>
          <ReasonPanel {...panel} outcome="return" dataKey="r" />
          <ReasonPanel {...panel} outcome="reject" dataKey="x" />
        </>
      )}
      <form method="post" action="/api/desk/release">
        <input type="hidden" name="number" value={seen.number} />
        <input type="hidden" name="q" value={seen.q} />
        <Button dataKey="h">
          {desk.hold} <Key name="H" />
        </Button>
      </form>
      <p className="ml-auto hidden self-center text-sm text-ink-2 xl:block">
        {digits(desk.keysHint, locale)}
      </p>
    </section>
  )
}
