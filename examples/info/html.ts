/** Markup that needs no more escaping. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template. */
export type Part = Markup | string | number | null | false | undefined | readonly Part[]

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function rendered(part: Part): string {
  if (part === null || part === undefined || part === false) return ""
  if (part instanceof Markup) return part.text
  if (typeof part === "string" || typeof part === "number")
    return String(part).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
  return part.map(rendered).join("")
}

/** A template of markup in which every value is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, at) => text + rendered(parts[at])).join(""))
}
