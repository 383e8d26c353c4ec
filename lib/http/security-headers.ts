import "server-only"
import { env } from "@/lib/env"

/** A year, subdomains too; browsers heed it over https only. */
const strictTransport = "max-age=31536000; includeSubDomains"

/**
 * Headers of every answer (OWASP ASVS 5.0 §3.4): a content security policy whose scripts and styles need the
 * nonce of this very answer, no framing, no sniffing, no referrer to other sites, HSTS over https. Built scripts, styles
 * and fonts are never documents, so a policy says nothing there: leaving it out saves 6 KB of the front door's page.
 */
export function securityHeaders(input: { nonce: string; path: string }): Record<string, string> {
  if (input.path.startsWith("/_next/static/")) {
    return { "x-content-type-options": "nosniff", "strict-transport-security": strictTransport }
  }
  const development = env.NODE_ENV === "development"
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${input.nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${input.nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    formAction(input.path),
    "frame-ancestors 'none'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ]
  return {
    "content-security-policy": policy.join("; "),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
    "strict-transport-security": strictTransport,
    // names of people: found by those who look here, not by a search engine
    ...(input.path === "/admins" || input.path.startsWith("/admins/") ? { "x-robots-tag": "noindex" } : {}),
    ...(isSignedInPath(input.path) ? { "cache-control": "no-store" } : {}),
    // People's names: for whoever asks here, not for search engines.
    ...(/^\/admins(?:\/|$)/.test(input.path) ? { "x-robots-tag": "noindex" } : {}),
  }
}

/** Pages from which a form leads on to ThaiID. */
const leavesForThaid = /^\/(?:login|account|step-up|recover|invitation|register)?(?:\/|$)/

/** Browsers hold the redirect that answers a form to this rule too, so that ThaiID is named where a form leads there. */
function formAction(path: string): string {
  const { THAID_ORIGIN } = env
  if (!(THAID_ORIGIN && leavesForThaid.test(path))) return "form-action 'self'"
  return `form-action 'self' ${new URL(THAID_ORIGIN).origin}`
}

/** Whether the portal is served over https, as its configured origin says. */
export function isHttps(): boolean {
  return env.ORIGIN.startsWith("https://")
}

const signedInPaths = [
  "/portal",
  "/account",
  "/step-up",
  "/unit",
  "/desk",
  "/oversight",
  "/admin/",
  "/login/",
  "/api/",
]

/** What systems may keep: the provider's description and its public keys. */
const keepable = /^\/oidc\/(?:\.well-known\/.*|jwks)$/

function isSignedInPath(path: string): boolean {
  if (path.startsWith("/oidc")) return !keepable.test(path)
  return signedInPaths.some((start) => path.startsWith(start)) || path === "/admin" || path === "/login"
}
