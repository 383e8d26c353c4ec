import { Button, LinkButton } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Dictionary } from "@/lib/i18n/words"
import { CareForm } from "./care-form"

type CareActsProps = {
  w: Dictionary
  unitCode: string
  can: { canBegin: boolean; canRenew: boolean; canEnd: boolean; isFresh: boolean }
}

/** What this person may do about the care of a unit; beginning and prolonging want a fresh proof of who he is. */
export function CareActs({ w, unitCode, can }: CareActsProps) {
  const c = w.caretakers
  const { canBegin, canRenew, canEnd, isFresh } = can
  const returnTo = `/unit/${encodeURIComponent(unitCode)}/caretaker`
  return (
    <>
      {(canBegin || canRenew) && !isFresh ? (
        <LinkButton href={`/step-up?${new URLSearchParams({ returnTo })}`} wide>
          {c.proveFirst}
        </LinkButton>
      ) : null}
      {canBegin && isFresh ? (
        <CareForm action="/api/unit/caretaker" unitCode={unitCode} title={c.begin.title}>
          <Checkbox name="confirmed" label={c.begin.confirm} />
          <Button kind="main">{c.begin.submit}</Button>
        </CareForm>
      ) : null}
      {canRenew && isFresh ? (
        <CareForm
          action="/api/unit/caretaker/renew"
          unitCode={unitCode}
          title={c.renew.title}
          lead={c.renew.lead}
        >
          <Button kind="main">{c.renew.submit}</Button>
        </CareForm>
      ) : null}
      {canEnd ? (
        <CareForm action="/api/unit/caretaker/end" unitCode={unitCode} title={c.end.title} lead={c.end.lead}>
          <Button>{c.end.submit}</Button>
        </CareForm>
      ) : null}
    </>
  )
}
