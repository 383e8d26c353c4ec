import type { Browser } from "./oidc-stage"

/** Sends the form of the page that asks whether to sign out, as its button does. */
export async function confirmSignOut(browser: Browser, page: string) {
  const [, action = ""] = /action="([^"]+)"/.exec(page) ?? []
  const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(page) ?? []
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  const answer = await fetch(action.replaceAll("&#38;", "&"), {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams({ xsrf, logout: "yes" }),
  })
  return {
    status: answer.status,
    location: answer.headers.get("location") ?? "",
    cleared: answer.headers.getSetCookie().filter((line) => /Max-Age=0|expires=Thu, 01 Jan 1970/i.test(line)),
  }
}
