import "server-only"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import type { Result } from "@/lib/kernel/outcome"
import { refusedForScript } from "./files-handler"
import { forScript } from "./for-script"
import { plainPage } from "./plain-page"
import { isSameOrigin } from "./same-origin"

/** Bytes of a file from an offset on, with the ticket that lets them in. */
export type SentBytes = {
  readonly ticket: string
  readonly offset: string
  readonly bytes: AsyncIterable<Uint8Array>
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/**
 * Wraps a PATCH by which a page's script sends the bytes of one file, or what is missing of it after the connection was
 * lost: `upload-ticket` and `upload-offset` as headers, which another site's page cannot set.
 */
export function bytesHandler<C>(
  largest: number,
  receive: (sent: SentBytes, context: C) => Promise<Result<unknown>>,
): (request: Request, context: C) => Promise<Response> {
  return async (request, context) => {
    const w = wordsIn(await currentLocale())
    if (!isSameOrigin(request.headers)) return plainPage(403, w.ui.answers.crossSite)
    const ticket = request.headers.get("upload-ticket")
    const offset = request.headers.get("upload-offset")
    if (ticket === null || offset === null) return plainPage(400, w.ui.answers.unreadableForm)
    const length = Number(request.headers.get("content-length") ?? Number.NaN)
    if (!(length <= largest)) return plainPage(413, w.refusals["documents.too-large"])
    const bytes = (request.body as unknown as AsyncIterable<Uint8Array> | null) ?? nothing()
    const result = await receive({ ticket, offset, bytes }, context)
    return result.ok ? forScript({ received: true }) : await refusedForScript(result.refusal)
  }
}
