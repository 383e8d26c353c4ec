import "server-only"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { formFields } from "./form-fields"
import { plainPage } from "./plain-page"
import { isSameOrigin } from "./same-origin"

/** What a form post's handler gets. */
export type Post = {
  readonly request: Request
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Wraps every POST of the portal: refuses one from another site (403), one that is no plain form (415) or too large
 * (413), each with a page that says so; then hands over the fields.
 */
export function postHandler(
  handle: (post: Post) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const w = wordsIn(await currentLocale())
    if (!isSameOrigin(request.headers)) return plainPage(403, w.ui.answers.crossSite)
    const form = await formFields(request)
    if ("status" in form) return plainPage(form.status, w.ui.answers.unreadableForm)
    return handle({ request, fields: form.fields })
  }
}
