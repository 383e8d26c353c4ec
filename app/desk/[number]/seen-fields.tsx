/** What every form of a decision says besides: which case, in which version, with which documents. */
export type Seen = { number: string; version: number; documents: string; q: string }

/** Ids of the forms, to which boxes elsewhere on the page belong. */
export const forms = { approve: "approve-form", return: "return-form", reject: "reject-form" } as const

/** The hidden fields of a decision. */
export function SeenFields({ seen, outcome }: { seen: Seen; outcome: "approve" | "return" | "reject" }) {
  const fields = {
    number: seen.number,
    version: String(seen.version),
    documents: seen.documents,
    q: seen.q,
    outcome,
  }
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
