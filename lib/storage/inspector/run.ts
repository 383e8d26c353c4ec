import "server-only"
import { Socket } from "node:net"
import { setPriority } from "node:os"
import { judgeFile } from "./judge-file"
import { type InspectorLine, inspectionLimits } from "./verdict"

// A process of its own for one file that a stranger sent: no secrets, no database, little time, little memory. The file
// comes in on standard input; what it is goes out on descriptor 3 (see verdict.ts). Whatever happens here, the portal
// has lost nothing.
setPriority(10)
const out = new Socket({ fd: 3, readable: false, writable: true })

async function say(line: InspectorLine, bytes?: Buffer): Promise<void> {
  const head = Buffer.from(`${JSON.stringify(line)}\n`)
  await new Promise<void>((resolve, reject) => {
    out.write(bytes ? Buffer.concat([head, bytes]) : head, (error) => (error ? reject(error) : resolve()))
  })
}

async function fileGiven(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length
    if (size > inspectionLimits.fileBytes) throw new Error("larger than any file that is accepted")
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

await say({ kind: "ready" })
for await (const judged of judgeFile(await fileGiven())) {
  if ("kind" in judged) await say(judged)
  else {
    const { image, qr, ...page } = judged
    await say({ kind: "page", ...page, qr: [...qr], bytes: image.length }, image)
  }
}
out.end()
process.stdin.destroy()
