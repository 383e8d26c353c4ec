import { KeepLooking } from "@/components/imports/keep-looking"
import { Button, LinkButton } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { ImportShown } from "@/lib/imports/get-import"
import { importLookEvery, isWorking } from "@/lib/imports/rules"

type ImportActsProps = { w: Dictionary; locale: Locale; path: string; shown: ImportShown }

/** How the import stands, in numbers, and what can be done with it now. */
export function ImportActs({ w, locale, path, shown }: ImportActsProps) {
  const i = w.imports
  const { batch, counts, unit } = shown
  const number = (value: number) => formatCount(value, locale)
  const facts = (["create", "change", "same", "refuse"] as const).map((name) => ({
    name: i.plans[name],
    value: number(counts[name]),
  }))
  return (
    <div className="max-w-reading">
      <p className="mt-1 mb-3 font-semibold" role="status">
        {batch.state === "judged" ? i.dryRun : i.states[batch.state]}
      </p>
      <dl className="grid grid-cols-2 border-y border-line sm:grid-cols-4">
        {facts.map(({ name, value }) => (
          <div key={name} className="py-2">
            <dt className="text-sm text-ink-2">{name}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {batch.state === "judged" ? null : <Progress w={w} locale={locale} shown={shown} />}
      {isWorking(batch.state) ? <KeepLooking seconds={importLookEvery} about={i.working} /> : null}
      {batch.state === "judged" && counts.toDo === 0 ? (
        <Notice tone="information">{i.nothingToDo}</Notice>
      ) : null}
      {batch.state === "judged" && counts.toDo > 0 ? (
        <Act verb="apply" unitCode={unit.code} batchId={batch.id} about={i.applyAbout} isMain>
          {i.apply(number(counts.toDo))}
        </Act>
      ) : null}
      {batch.state === "applied" || batch.state === "undone" ? (
        <p className="mt-4">
          <LinkButton href={`${path}/result`}>{i.result}</LinkButton>
        </p>
      ) : null}
      {batch.state === "applied" && counts.undoable > 0 ? (
        <Act verb="undo" unitCode={unit.code} batchId={batch.id} about={i.undoAbout}>
          {i.undo}
        </Act>
      ) : null}
    </div>
  )
}

function Progress({ w, locale, shown }: Pick<ImportActsProps, "w" | "locale" | "shown">) {
  const { batch, counts } = shown
  const isBack = batch.state === "undoing" || batch.state === "undone"
  const total = isBack ? counts.undoable : counts.toDo
  const done = isBack ? counts.undone : counts.applied
  const text = w.imports.progress(formatCount(done, locale), formatCount(total, locale))
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-4">
      <progress max={Math.max(total, 1)} value={done} aria-label={w.imports.states[batch.state]} />
      <span>{text}</span>
    </p>
  )
}

type ActProps = {
  verb: "apply" | "undo"
  unitCode: string
  batchId: string
  about: string
  isMain?: boolean
  children: string
}

function Act({ verb, unitCode, batchId, about, isMain, children }: ActProps) {
  return (
    <form method="post" action={`/api/unit/import/${verb}`} className="screen-only mt-6">
      <p className="mb-3 text-sm text-ink-2">{about}</p>
      <input type="hidden" name="unitCode" value={unitCode} />
      <input type="hidden" name="batchId" value={batchId} />
      <Button {...(isMain ? { kind: "main" } : {})}>{children}</Button>
    </form>
  )
}
