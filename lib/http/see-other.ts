import "server-only"

/** 303 to another site's address, which our configuration or its discovery named: never one that a request brought. */
export function leaveFor(address: string, cookies: readonly string[]): Response {
  return seeOther(address, cookies)
}

/** 303 to a path of this site, with cookies to set. Relative, so that no forged Host header can steer it. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path, "cache-control": "no-store" })
  for (const cookie of cookies) headers.append("set-cookie", cookie)
  return new Response(null, { status: 303, headers })
}
