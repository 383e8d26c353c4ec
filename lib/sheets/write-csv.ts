import "server-only"

/**
 * Writes a table as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows Thai. A cell that a program would
 * take for a formula is led by an apostrophe (OWASP, "CSV Injection").
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array<ArrayBuffer> {
  const text = rows.map((row) => row.map(cellText).join(",")).join("\r\n")
  return new Uint8Array(Buffer.from(`\uFEFF${text}\r\n`, "utf8"))
}

function cellText(cell: string | number | null): string {
  if (typeof cell === "number") return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell ?? "") ? `'${cell}` : (cell ?? "")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
