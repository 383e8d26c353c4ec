import "server-only"

/**
 * One segment of a path out of what a form sent: cut to so many code points and escaped, so that it stays within its
 * segment and a header; never empty.
 */
export function pathSegment(text: string, most: number, without = "-"): string {
  // by code points: half of one cannot be escaped (ECMA-262, Encode)
  return encodeURIComponent([...text].slice(0, most).join("")) || without
}
