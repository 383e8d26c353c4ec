import "server-only"

/** A day as it was typed: three fields of a form, `<name>Day`, `<name>Month` and `<name>Year`, empty where one is missing. */
export function typedDay(
  fields: Readonly<Record<string, string>> | undefined,
  name: string,
): { readonly day: string; readonly month: string; readonly year: string } {
  return {
    day: fields?.[`${name}Day`] ?? "",
    month: fields?.[`${name}Month`] ?? "",
    year: fields?.[`${name}Year`] ?? "",
  }
}
