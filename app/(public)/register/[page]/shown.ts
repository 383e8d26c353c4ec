import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { getMyRegistration } from "@/lib/registration/get-my-registration"

type Answer = Awaited<ReturnType<typeof getMyRegistration.run>>

/** The request of this browser. */
export type Mine = Extract<Answer, { readonly ok: true }>["value"]

/** What each page of the form gets. */
export type Shown = {
  readonly w: Dictionary
  readonly locale: Locale
  readonly mine: Mine
  readonly faults: readonly Fault[]
  readonly query: Readonly<Record<string, string | string[] | undefined>>
}

/** The sentence of a wrong field, if it is one. */
export function errorAt(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text
}
