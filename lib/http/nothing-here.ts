import "server-only"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { plainPage } from "./plain-page"

/** 404 of a route handler, with a sentence and a way on: a browser shows nothing of its own for an empty answer. */
export async function nothingHere(): Promise<Response> {
  return plainPage(404, wordsIn(await currentLocale()).ui.notFound.body)
}
