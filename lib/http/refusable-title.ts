import "server-only"
import type { Metadata } from "next"
import { words } from "@/lib/i18n/words"
import { shownRefusal } from "./refusal-cookie"

/** A page's title, which begins by saying so when the page tells of a refusal (GOV.UK pattern). */
export async function refusableTitle(
  title: string,
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<Metadata> {
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: refusal ? `${(await words()).ui.errorTitlePrefix}${title}` : title }
}
