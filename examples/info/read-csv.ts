/** Reads comma-separated values with a first line of names (RFC 4180: quoted fields, doubled quotes). */
export function readCsv(text: string): Record<string, string>[] {
  const lines = cells(text.replace(/^\ufeff/, ""))
  const [names = [], ...rows] = lines.filter((line) => line.length > 1 || line[0] !== "")
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""])))
}

const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

function cells(text: string): string[][] {
  const lines: string[][] = [[]]
  cell.lastIndex = 0
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) throw new Error("a line of the file can't be read")
    lines.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "")
    if (found[3] !== ",") lines.push([])
  }
  return lines.filter((line) => line.length > 0)
}

/** Writes one line; what a spreadsheet would take for a formula is kept as text. */
export function csvLine(values: readonly (string | number | null)[]): string {
  const shown = values.map((value) => {
    const text = String(value ?? "")
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  })
  return `${shown.join(",")}\r\n`
}
