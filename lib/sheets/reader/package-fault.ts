import "server-only"
import { type SheetFault, sheetLimits } from "../sheet-lines"

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
/** Head of an OLE file: a workbook of before 2007, or one that is locked by a password. */
const oleHead = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * Why a file is not opened at all, by the directory of its archive alone (APPNOTE.TXT 4.3.12): nothing is unpacked for it.
 * An archive may lie about its sizes; the limit of memory holds it then.
 */
export function packageFault(file: Buffer): SheetFault | undefined {
  if (file.subarray(0, 4).equals(oleHead)) return "old-format"
  const parts = partsOf(file)
  if (!parts?.some(({ name }) => name === "xl/workbook.xml")) return "not-a-workbook"
  if (parts.some(({ name }) => /vbaproject|^xl\/macrosheets\//i.test(name))) return "macros"
  if (parts.some(({ name }) => /^xl\/externallinks\//i.test(name))) return "external-links"
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  return parts.length > sheetLimits.parts || size > sheetLimits.unpackedBytes
    ? "unpacks-too-large"
    : undefined
}

function partsOf(file: Buffer): { name: string; size: number }[] | undefined {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== endOfDirectory) return undefined
  const count = file.readUInt16LE(end + 10)
  const parts: { name: string; size: number }[] = []
  let at = file.readUInt32LE(end + 16)
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directoryEntry) return undefined
    const [name, extra, comment] = [28, 30, 32].map((field) => file.readUInt16LE(at + field))
    const begin = at + 46
    parts.push({
      name: file.subarray(begin, begin + (name ?? 0)).toString("utf8"),
      size: file.readUInt32LE(at + 24),
    })
    at = begin + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}
