import ExcelJS from "exceljs"

/** A cell of a workbook that a test makes: as a program would keep it. */
export type MadeCell =
  | string
  | number
  | Date
  | null
  | { readonly formula: string; readonly result: string | number }

/** A workbook of one sheet as somebody might have filled it in, `merges` like `A2:B3`. */
export async function workbook(
  sheet: string,
  rows: readonly (readonly MadeCell[])[],
  more: { readonly merges?: readonly string[]; readonly date1904?: boolean } = {},
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const made = book.addWorksheet(sheet)
  for (const row of rows) made.addRow([...row])
  for (const range of more.merges ?? []) made.mergeCells(range)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/**
 * The same archive with another entry of that name in its directory, as a workbook with macros has one; what it unpacks to
 * is never asked.
 */
export function withPart(file: Buffer, name: string, unpackedBytes = 0): Buffer {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const start = file.readUInt32LE(end + 16)
  const entry = Buffer.alloc(46 + name.length)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt32LE(unpackedBytes, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.write(name, 46)
  const tail = Buffer.from(file.subarray(end))
  tail.writeUInt16LE(tail.readUInt16LE(8) + 1, 8)
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10)
  tail.writeUInt32LE(tail.readUInt32LE(12) + entry.length, 12)
  return Buffer.concat([file.subarray(0, start), entry, file.subarray(start, end), tail])
}
