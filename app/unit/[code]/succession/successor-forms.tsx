import { Button } from "@/components/ui/button"
import { SelectField } from "@/components/ui/select-field"
import type { Dictionary } from "@/lib/i18n/words"

type SuccessorFormsProps = {
  w: Dictionary
  unitCode: string
  candidates: readonly { membershipId: string; name: string; post: string }[]
  hasSuccessor: boolean
}

/** Names somebody of the unit to take over, or nobody. */
export function SuccessorForms({ w, unitCode, candidates, hasSuccessor }: SuccessorFormsProps) {
  const s = w.oversight.succession
  return (
    <div className="space-y-4">
      {candidates.length > 0 ? (
        <form method="post" action="/api/unit/succession" className="max-w-door space-y-3">
          <input type="hidden" name="unitCode" value={unitCode} />
          <SelectField
            name="membershipId"
            label={s.choose}
            empty={s.chooseEmpty}
            options={candidates.map(({ membershipId, name, post }) => ({
              value: membershipId,
              label: `${name} (${post})`,
            }))}
          />
          <Button kind="main">{s.submit}</Button>
        </form>
      ) : (
        <p>{s.noCandidates}</p>
      )}
      {hasSuccessor ? (
        <form method="post" action="/api/unit/succession/remove">
          <input type="hidden" name="unitCode" value={unitCode} />
          <Button>{s.remove}</Button>
        </form>
      ) : null}
    </div>
  )
}
