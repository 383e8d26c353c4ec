import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { requireConsole } from "@/lib/http/require-session"
import { words } from "@/lib/i18n/words"
import { officeOf } from "@/lib/oversight/rules"

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).oversight.title }
}

/** Off to the office whose units the person looks after; there is none for all others. */
export default async function OversightPage() {
  const session = await requireConsole("/oversight")
  const code = officeOf(session)
  if (!code) notFound()
  redirect(`/oversight/${code}`)
}
