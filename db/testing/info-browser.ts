/** A browser that knows cookies and nothing else, at one address. */
export class InfoBrowser {
  readonly cookies = new Map<string, string>()

  constructor(private readonly origin: string) {}

  async ask(path: string, { form, headers }: { form?: Record<string, string>; headers?: object } = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const answer = await fetch(new URL(path, this.origin), {
      redirect: "manual",
      method: form ? "POST" : "GET",
      ...(form ? { body: new URLSearchParams(form) } : {}),
      headers: { cookie, ...(form ? { origin: this.origin } : {}), ...headers },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const text = await answer.text()
    return {
      status: answer.status,
      location: answer.headers.get("location") ?? "",
      text,
      headers: answer.headers,
    }
  }
}
