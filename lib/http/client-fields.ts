import "server-only"
import { typedFields } from "./typed-fields"

type Shown = Readonly<Record<string, string | readonly string[]>>

/** The boxes of a group that were ticked: each is a field of its own, named by the group. */
export function tickedOf(typed: Readonly<Record<string, string>>, group: string): string[] {
  return Object.keys(typed).flatMap((name) => (name.startsWith(group) ? [name.slice(group.length)] : []))
}

/**
 * The fields of a client's form as they were typed a moment ago, where it was refused or sent to prove who sends it first;
 * else as they stand. Long ones are not kept, so those are as they stand.
 */
export async function typedClientFields<F extends Shown>(form: string, stored: F): Promise<F> {
  const typed = await typedFields(form)
  if (!typed) return stored
  const texts = Object.keys(stored).flatMap((name) => (name in typed ? [[name, typed[name]]] : []))
  const scopes = tickedOf(typed, "scope_")
  return { ...stored, ...Object.fromEntries(texts), scopes }
}

/** Characters of a field that travel back to its form whole; longer ones would come back cut, which nobody would notice. */
const longest = 320

/** What of a client's form may be kept for its page. */
export function keptClientFields(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => name !== "jwks" && value.length <= longest),
  )
}
