import "server-only"
import { render } from "@react-email/render"
import type { Locale } from "@/lib/i18n/locale"
import type { Template } from "./templates/template"

type Rendering = { readonly html: string; readonly text: string }

// Rendering takes longer than all else about a mail together, and differs by template and language only. By the template
// itself: one kind of mail may be said in several ways.
const renderings = new WeakMap<Template<never>, Map<Locale, Promise<Rendering>>>()

/** A template with its slots still empty, in a language; rendered once. */
export function rendered(template: Template<never>, locale: Locale): Promise<Rendering> {
  const known = renderings.get(template) ?? new Map<Locale, Promise<Rendering>>()
  renderings.set(template, known)
  const found = known.get(locale) ?? renderBody(template, locale)
  known.set(locale, found)
  return found
}

async function renderBody(template: Template<never>, locale: Locale): Promise<Rendering> {
  const body = template.body(locale, (slot) => `{{${slot}}}`)
  // One line a paragraph: the reader's own window wraps Thai better than we could. Headings stay as written: upper
  // case would do nothing for Thai and shout in English.
  const selectors = [{ selector: "h1", options: { uppercase: false, leadingLineBreaks: 2 } }]
  const text = await render(body, { plainText: true, htmlToTextOptions: { wordwrap: false, selectors } })
  return { html: await render(body), text }
}
