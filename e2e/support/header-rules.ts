import type { RawAnswer } from "./raw-http"

const year = 31_536_000

/** The directives of a content security policy. */
function policyOf(header: string): Map<string, string> {
  const pairs = header.split(";").map((directive) => directive.trim().split(/\s+/))
  return new Map(pairs.map(([name = "", ...values]) => [name, values.join(" ")]))
}

function policyFaults(header: string, isPage: boolean): string[] {
  const policy = policyOf(header)
  const faults: string[] = []
  // ThaiID's origin, which answers the form of the front door and of some pages behind it, and stands nowhere else.
  const forms = (policy.get("form-action") ?? "").replace(/^'self' https?:\/\/[\w.:-]+$/, "'self'")
  const others = header.replace(/form-action [^;]+/, "")
  if (/unsafe-|\*|https?:/.test(others)) faults.push(`a policy that lets too much in: ${header}`)
  if (policy.get("frame-ancestors") !== "'none'") faults.push("may be framed")
  if (isPage && !/'nonce-[\w+/=]{20,}'/.test(policy.get("script-src") ?? ""))
    faults.push("scripts need no nonce")
  for (const name of isPage ? ["object-src", "base-uri"] : []) {
    if (policy.get(name) !== "'none'") faults.push(`${name} is ${policy.get(name)}`)
  }
  if (isPage && forms !== "'self'") faults.push("forms may go elsewhere")
  return faults
}

/** What of a page its own policy would not let run, or would have to be loosened for. */
function markupFaults(text: string, nonce: string): string[] {
  const tags = text.match(/<(?:script|style)\b[^>]*>/g) ?? []
  const bare = tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))
  const inline =
    text.replace(/<script\b[\s\S]*?<\/script>/g, "").match(/<[a-z][^>]*\s(?:style|on[a-z]+)=/g) ?? []
  return [...bare, ...inline].map((tag) => `holds ${tag.slice(0, 80)}`)
}

/** What is missing in the headers of an answer, whatever it is (issue 2, part 3). */
export function headerFaults(answer: RawAnswer): string[] {
  const { headers, text } = answer
  const isPage = (headers["content-type"] ?? "").startsWith("text/html")
  const csp = String(headers["content-security-policy"] ?? "")
  const faults = policyFaults(csp, isPage)
  const age = Number(/max-age=(\d+)/.exec(headers["strict-transport-security"] ?? "")?.[1] ?? 0)
  if (age < year) faults.push("no HSTS of a year")
  if (headers["x-content-type-options"] !== "nosniff") faults.push("may be sniffed")
  if (!/^(?:same-origin|no-referrer|strict-origin)$/.test(String(headers["referrer-policy"])))
    faults.push("tells other sites the referrer")
  if (headers["x-powered-by"] !== undefined) faults.push("tells what it is made of")
  if (headers["set-cookie"] && !isUnstored(answer)) faults.push("sets a cookie and may be stored")
  if (isPage) faults.push(...markupFaults(text, /'nonce-([^']+)'/.exec(csp)?.[1] ?? "-"))
  return faults
}

/** Whether no cache may keep the answer. */
export function isUnstored({ headers }: RawAnswer): boolean {
  return (headers["cache-control"] ?? "").split(/,\s*/).includes("no-store")
}
