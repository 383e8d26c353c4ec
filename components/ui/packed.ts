/** Lines of texts on their way from a server to a client component as one string. */
export type Packed = string & { readonly packed?: true }

const lineEnd = "\n"
const between = "\t"
const breaks = /[\n\t]/g

/**
 * Packs a long list for a client component. React notes, checks and names every single value that crosses over, and
 * quotes each of them; for a list of eighty choices that costs the server more than its HTML. A text keeps no tab and
 * no line break on its way.
 */
export function pack(lines: readonly (readonly string[])[]): Packed {
  return lines.map((texts) => texts.map(plain).join(between)).join(lineEnd)
}

function plain(text: string): string {
  return text.replace(breaks, " ")
}

/** The lines again, in the client component. */
export function unpack(packed: Packed): string[][] {
  return packed === "" ? [] : packed.split(lineEnd).map((line) => line.split(between))
}
