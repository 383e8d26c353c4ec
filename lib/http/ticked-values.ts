import "server-only"

/** What stands after the prefix in the names of the boxes that were ticked: a form field sent twice counts once. */
export function tickedValues(fields: Readonly<Record<string, string>>, prefix: string): string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(prefix) && value === "1" ? [name.slice(prefix.length)] : [],
  )
}
