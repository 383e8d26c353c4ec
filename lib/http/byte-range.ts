import "server-only"

/** Bytes `first` to `last` of a file, both counted from 0 and both included. */
export type ByteRange = { readonly first: number; readonly last: number }

/**
 * What a Range header asks of a file (RFC 9110, 14.2): one range; `whole` where there is none, it is not understood or
 * names several (a server may answer those with the whole file); `unsatisfiable` where it lies outside the file.
 */
export function parseByteRange(header: string | null, size: number): ByteRange | "whole" | "unsatisfiable" {
  const match = /^bytes=\s*([0-9]*)-([0-9]*)\s*$/i.exec(header ?? "")
  if (!match) return "whole"
  const [from = "", to = ""] = match.slice(1)
  if (from === "") return to === "" ? "whole" : lastBytes(Number(to), size)
  const first = Number(from)
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== "" && Number(to) < first) return "whole"
  return first >= size ? "unsatisfiable" : { first, last }
}

function lastBytes(count: number, size: number): ByteRange | "unsatisfiable" {
  if (count === 0 || size === 0) return "unsatisfiable"
  return { first: Math.max(0, size - count), last: size - 1 }
}
