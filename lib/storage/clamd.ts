import "server-only"
import { connect, type Socket } from "node:net"
import { env } from "@/lib/env"

// A client of our own, of one command: the `clamscan` package starts programs, reads paths and holds answers in ways
// that we would have to switch off one by one; INSTREAM is a length before each chunk and a line for an answer.

/** Where a clamd listens: a socket in the file system, or a host and port. */
export type ClamdPlace = { readonly path: string } | { readonly host: string; readonly port: number }

/** The scanner does not answer, or not with a verdict; the file has to wait. */
export class ScannerAway extends Error {}

/** How long clamd may be silent, in milliseconds. */
const patience = 30_000

/** The clamd that the configuration names, if it names one. */
export function configuredClamd(): ClamdPlace | null {
  if (env.CLAMD_SOCKET) return { path: env.CLAMD_SOCKET }
  if (env.CLAMD_HOST) return { host: env.CLAMD_HOST, port: env.CLAMD_PORT }
  return null
}

/** Has clamd look at a stream (clamd(8), INSTREAM). Throws `ScannerAway`, and what the source throws. */
export async function scanForViruses(
  place: ClamdPlace,
  source: AsyncIterable<Uint8Array>,
): Promise<"clean" | "infected"> {
  const socket = connect("path" in place ? { path: place.path } : { host: place.host, port: place.port })
  socket.setTimeout(patience, () => socket.destroy(new Error("no answer")))
  const answer = answerOf(socket)
  try {
    await write(socket, Buffer.from("zINSTREAM\0"))
    for await (const chunk of source) {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(chunk.length)
      await write(socket, Buffer.concat([length, chunk]))
    }
    await write(socket, Buffer.alloc(4))
    return verdictIn(await answer)
  } finally {
    socket.destroy()
  }
}

function verdictIn(answer: string): "clean" | "infected" {
  if (/^stream: OK$/.test(answer)) return "clean"
  if (/^stream: .+ FOUND$/.test(answer)) return "infected"
  throw new ScannerAway("the scanner gave no verdict")
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(new ScannerAway("the scanner is away")) : resolve()))
  })
}

/** One line, ended by a zero. Its failure is seen by whoever writes, too; unheard here it must not end the process. */
function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = []
    socket.on("data", (chunk: Buffer) => chunks.push(chunk))
    socket.on("close", () => {
      const text = Buffer.concat(chunks).toString("utf8")
      if (text.includes("\0")) resolve(text.split("\0", 1)[0] ?? "")
      else reject(new ScannerAway("the scanner is away"))
    })
    socket.on("error", () => {
      // closing follows
    })
  })
  answer.catch(() => {})
  return answer
}
