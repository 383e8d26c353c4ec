import { expect, it, vi } from "vitest"

vi.hoisted(() => vi.stubEnv("ORIGIN", "https://sso.front-door.example"))

import { cookieNames, setCookie } from "./cookies"

it.each(Object.keys(cookieNames))(
  "the cookie %s is this host's alone, over https, kept from scripts",
  (name) => {
    const line = setCookie(name as keyof typeof cookieNames, "value", 900)
    expect(line).toBe(`__Host-dla-sso-${name}=value; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=900`)
  },
)
