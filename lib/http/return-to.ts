import "server-only"

/**
 * A path of this very site, or nothing: starts with one slash, holds no backslash, no control character, and resolves
 * to our own origin (RFC 9700 §4.11: no open redirector).
 */
export function parseReturnTo(value: string | null | undefined): string | undefined {
  if (!value || value.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return undefined
  const base = "http://portal.invalid"
  try {
    const resolved = new URL(value, base)
    const path = resolved.pathname + resolved.search
    // taking out dots can bring two slashes to the front, which browsers read as another host: `/..//host`
    return resolved.origin === base && !path.startsWith("//") ? path : undefined
  } catch {
    return undefined
  }
}
