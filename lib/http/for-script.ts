import "server-only"

/** An answer for the script of one of our own pages, with cookies to set. */
export function forScript(value: unknown, cookies: readonly string[] = []): Response {
  const headers = new Headers({ "content-type": "application/json", "cache-control": "no-store" })
  for (const cookie of cookies) headers.append("set-cookie", cookie)
  return new Response(JSON.stringify(value), { headers })
}

/** Tells a script to lead where a form's answer would have led: a script cannot see where a 303 goes. */
export function leadingTo(answer: Response): Response {
  return forScript({ leadsTo: answer.headers.get("location") ?? "/" }, answer.headers.getSetCookie())
}
