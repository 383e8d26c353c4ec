import "server-only"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { database } from "@/db/client"
import { countPage, peekAtPage } from "@/lib/rate-limit/count-page"
import { clientAddress } from "./client-address"

/**
 * Counts this page of the public lookup against the request's address; beyond the limit it leads to `/admins/wait`,
 * which can answer 429 as a page cannot (docs/decisions/0003).
 */
export async function spendLookupPage(): Promise<void> {
  const sent = await headers()
  const allowance = await countPage(database(), clientAddress(sent), new Date())
  if (!allowance.allowed)
    redirect(`/admins/wait?returnTo=${encodeURIComponent(sent.get("x-path") ?? "/admins")}`)
}

/** When the request's address may look up again; null when it may now. */
export async function lookupWait(): Promise<{ readonly until: Date; readonly seconds: number } | null> {
  const now = new Date()
  const allowance = await peekAtPage(database(), clientAddress(await headers()), now)
  if (allowance.allowed) return null
  const seconds = Math.max(1, Math.ceil((allowance.until.getTime() - now.getTime()) / 1000))
  return { until: allowance.until, seconds }
}
