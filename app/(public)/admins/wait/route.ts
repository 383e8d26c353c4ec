import { lookupWait } from "@/lib/http/page-allowance"
import { plainPage } from "@/lib/http/plain-page"
import { parseReturnTo } from "@/lib/http/return-to"
import { seeOther } from "@/lib/http/see-other"
import { formatClock } from "@/lib/i18n/dates"
import { currentLocale, wordsIn } from "@/lib/i18n/words"

/** Too many pages of the lookup: says until when, with 429; once the time has come, leads on. */
export async function GET(request: Request): Promise<Response> {
  const back = parseReturnTo(new URL(request.url).searchParams.get("returnTo")) ?? "/admins"
  const onward = back.startsWith("/admins") && !back.startsWith("/admins/wait") ? back : "/admins"
  const wait = await lookupWait()
  if (!wait) return seeOther(onward)
  const locale = await currentLocale()
  const sentence = wordsIn(locale).units.wait(formatClock(wait.until, locale))
  return plainPage(429, sentence, { back: onward, retryAfterSeconds: wait.seconds })
}
