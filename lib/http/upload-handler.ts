import "server-only"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { plainPage } from "./plain-page"
import { isSameOrigin } from "./same-origin"

/** Room for the other fields and the wrapping of a file in a form. */
const besideTheFile = 64 * 1024

/**
 * Wraps a POST that carries a file, as `postHandler` wraps the others: refuses one from another site (403), one that is
 * no multipart form (415) or larger than the file may be (413), before anything of it is read.
 *
 * @param largestFile in bytes
 */
export function uploadHandler(
  largestFile: number,
  handle: (form: FormData) => Promise<Response>,
  tooLarge: RefusalCode = "manuals.too-large",
): (request: Request) => Promise<Response> {
  return async (request) => {
    const w = wordsIn(await currentLocale())
    if (!isSameOrigin(request.headers)) return plainPage(403, w.ui.answers.crossSite)
    const type = request.headers.get("content-type") ?? ""
    if (!type.toLowerCase().startsWith("multipart/form-data"))
      return plainPage(415, w.ui.answers.unreadableForm)
    const length = Number(request.headers.get("content-length") ?? Number.NaN)
    if (!(length <= largestFile + besideTheFile)) return plainPage(413, w.refusals[tooLarge])
    try {
      return handle(await request.formData())
    } catch (thrown) {
      if (thrown instanceof TypeError) return plainPage(400, w.ui.answers.unreadableForm)
      throw thrown
    }
  }
}
