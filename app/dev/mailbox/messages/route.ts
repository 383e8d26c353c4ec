import { runRead } from "@/lib/http/run-read"
import { getMailbox } from "@/lib/operations/get-mailbox"

/** The demonstration's mail as data, newest first: `?to=` names one address. */
export async function GET(request: Request): Promise<Response> {
  const to = new URL(request.url).searchParams.get("to") ?? undefined
  const result = await runRead(getMailbox, { to })
  if (!result.ok) return new Response(null, { status: 404 })
  const messages = result.value.map(({ to: recipient, subject, text, html, sentAt }) => ({
    to: recipient,
    subject,
    text,
    html,
    sentAt: sentAt.toISOString(),
  }))
  return Response.json(messages, { headers: { "cache-control": "no-store" } })
}
