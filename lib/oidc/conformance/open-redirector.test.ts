import { describe, expect, it } from "vitest"
import type { Browser } from "@/db/testing/oidc-stage"
import { useOidcParty } from "@/db/testing/use-oidc-party"

// Nothing that a request names leads a browser anywhere but to an address that its system has registered (RFC 9700 §4.11).
const { stage, party, official } = useOidcParty()

const hostile = [
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "https://rp.example@evil.example/cb",
  "https://rp.example.evil.example/cb",
  "https://rp.example/cb/../..//evil.example",
  "javascript:alert(1)//evil.example",
  "data:text/html,evil.example",
  "urn:ietf:params:oauth:request_uri:evil.example",
  "\thttps://evil.example/",
  "https://evil.example\r\nlocation: https://evil.example/",
  "https://evil.example%2F@rp.example/",
] as const

/** Parameters of the provider that are an address, or could be taken for one. */
const askedAt = {
  "/oidc/auth": [
    "redirect_uri",
    "post_logout_redirect_uri",
    "request_uri",
    "request",
    "login_hint",
    "id_token_hint",
    "ui_locales",
    "target_link_uri",
    "resource",
    "response_mode",
    "returnTo",
  ],
  "/oidc/session/end": [
    "post_logout_redirect_uri",
    "id_token_hint",
    "ui_locales",
    "redirect_uri",
    "logout_hint",
  ],
  "/oidc/session/end/success": ["client_id", "post_logout_redirect_uri", "redirect_uri"],
} as const

const trials = Object.entries(askedAt).flatMap(([path, names]) => names.map((name) => [path, name] as const))

/** The hosts that an answer leads to: by its head, its form, its links or a refresh. */
function hostsOf({ location, text }: { readonly location: string; readonly text: string }): string[] {
  const named = [...text.matchAll(/(?:href|src|action|url)\s*=\s*["']?([^"'\s>]+)/gi)].map(
    ([, to = ""]) => to,
  )
  return [location, ...named]
    .filter(Boolean)
    .map((to) => (URL.canParse(to, stage.origin) ? new URL(to, stage.origin).host : to))
}

async function expectHome(browser: Browser, address: string): Promise<void> {
  const known = [new URL(stage.origin).host, "rp.example"]
  let answer = await browser.get(address)
  for (let steps = 0; steps < 6; steps += 1) {
    for (const host of hostsOf(answer)) expect(known, address).toContain(host)
    const next = answer.location && new URL(answer.location, stage.origin)
    if (!next || next.origin !== stage.origin) {
      // back at the system, it is its registered address and no other
      if (next) expect(next.origin + next.pathname).toMatch(/^https:\/\/rp\.example\/(?:cb|bye)$/)
      return
    }
    answer = await browser.get(answer.location)
  }
  throw new Error(`${address} leads on and on`)
}

describe("an open redirector", () => {
  it.each(trials)("is not made of %s by %s", async (path, name) => {
    const signedIn = await stage.browser(official())
    const { address } = await party().asking()
    const usual = path === "/oidc/auth" ? address.split("?")[1] : `client_id=${party().client.id}`
    for (const value of hostile) {
      const query = new URLSearchParams(usual)
      query.set(name, value)
      await expectHome(signedIn, `${path}?${query}`)
    }
  })

  it("is not made by an address that was pushed before", async () => {
    for (const name of ["redirect_uri", "request_uri"])
      for (const value of hostile) {
        const { address } = await party().asking()
        const body = { ...Object.fromEntries(new URLSearchParams(address.split("?")[1])), [name]: value }
        const pushed = await party().send("/oidc/request", body)
        expect(pushed.status, value).toBe(400)
        expect(JSON.stringify(pushed.body)).not.toContain("evil")
      }
  })

  it("is not made by the answer to a refused request in any way of answering", async () => {
    const browser = await stage.browser(official())
    for (const response_mode of ["query", "fragment", "form_post", "web_message"]) {
      const asked = { redirect_uri: "https://evil.example/", scope: "none", prompt: "none", response_mode }
      const { address } = await party().asking(asked)
      await expectHome(browser, address)
    }
  })
})
