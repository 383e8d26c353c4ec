import "server-only"
import { Socket } from "node:net"
import { setPriority } from "node:os"
import { inspectionLimits } from "../inspector/verdict"
import { layerWords } from "./layer-words"
import type { ReaderLine } from "./page-words"

// A process of its own for the words of one file that a stranger sent: no secrets, no database, little time, little
// memory. `layer`: a PDF comes in, the words of its text layer go out. `picture`: a page's image comes in, what is
// recognised on it goes out.
setPriority(15)
const out = new Socket({ fd: 3, readable: false, writable: true })

async function say(line: ReaderLine): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    out.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve()))
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
const content = await fileGiven()
if (process.argv[2] === "picture") {
  // a large program, loaded where it is used
  const { recognisedWords } = await import("./recognised-words")
  await say({ kind: "words", page: 1, words: await recognisedWords(content) })
} else {
  for await (const page of layerWords(content)) await say({ kind: "words", ...page })
}
await say({ kind: "end" })
out.end()
process.stdin.destroy()
