import { en } from "./en"
import type { Locale } from "./locale"
import { th } from "./th"

type Decided = { readonly reasons: readonly string[]; readonly fields: readonly string[] }

/** The sentences of a decision's reasons and the names of its fields, in the applicant's language; each once. */
export function decisionWords({ reasons, fields }: Decided, locale: Locale) {
  const { desk } = locale === "th" ? th : en
  const sentences: Readonly<Record<string, string>> = desk.reasons
  const labels: Readonly<Record<string, string>> = desk.fields
  const named = fields.map(partOf)
  return {
    reasons: [...new Set(reasons.flatMap((code) => sentences[code] ?? []))],
    fields: [...new Set(named.flatMap((field) => labels[field] ?? []))],
  }
}

/** A page stands for the documents, a person for the people of an order. */
function partOf(field: string): string {
  if (field.startsWith("person:")) return "people"
  return field.startsWith("page:") ? "documents" : field
}
