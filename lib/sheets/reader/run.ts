import "server-only"
import { Socket } from "node:net"
import { setPriority } from "node:os"
import { type SheetLine, sheetLimits } from "../sheet-lines"
import { sheetOf } from "./sheet-of"

// A process of its own for one workbook that somebody sent: no secrets, no database, little time, little memory. The file
// comes in on standard input, the name of the sheet as argument; its rows go out on descriptor 3 (see sheet-lines.ts).
setPriority(10)
const out = new Socket({ fd: 3, readable: false, writable: true })

async function say(line: SheetLine): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    out.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

async function fileGiven(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length
    if (size > sheetLimits.fileBytes) throw new Error("larger than any workbook that is accepted")
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

await say({ kind: "ready" })
const rows = await sheetOf(await fileGiven(), process.argv[2] ?? "")
if (typeof rows === "string") await say({ kind: "refused", why: rows })
else {
  for (const row of rows) await say({ kind: "row", row: row.row, cells: [...row.cells] })
  await say({ kind: "end" })
}
out.end()
process.stdin.destroy()
