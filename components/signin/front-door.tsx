import { ErrorSummary, type Fault } from "@/components/ui/error-summary"
import type { Dictionary } from "@/lib/i18n/words"
import { DoorWays } from "./door-ways"
import { PasswordForm } from "./password-form"
import { ThaidPlace } from "./thaid-place"
import { ThaidWay } from "./thaid-way"

type FrontDoorProps = {
  w: Dictionary
  faults: readonly Fault[]
  /** What comes after the password, in a sentence. */
  next: string
  /** Whether ThaiID is on; else its place says that it will come. */
  hasThaid: boolean
  returnTo?: string | undefined
}

const formId = "sign-in"

/** The front door: ThaiID's place first, then user name and password; beside it who can help. */
export function FrontDoor({ w, faults, next, hasThaid, returnTo }: FrontDoorProps) {
  return (
    <div className="grid justify-center gap-8 md:grid-cols-[minmax(0,27.5rem)_minmax(0,25rem)] md:gap-12 lg:gap-18">
      <section>
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1>{w.signin.door.title}</h1>
        <p className="mt-1 hidden text-ink-2 md:block">{w.signin.door.lead}</p>
        {hasThaid ? <ThaidWay w={w} form={formId} /> : <ThaidPlace w={w} />}
        <PasswordForm w={w} id={formId} next={next} returnTo={returnTo} asksShared={!hasThaid} />
        <p className="mt-4">
          <a href={`/login/passkey${returnTo ? `?${new URLSearchParams({ returnTo })}` : ""}`}>
            {w.factors.passkey.signIn}
          </a>
        </p>
      </section>
      <DoorWays w={w} />
    </div>
  )
}
