import "server-only"
import { type FileVerdict, type InspectorLine, inspectorLine, type PageImage } from "./verdict"

const longestLine = 8 * 1024

/**
 * Reads what the inspector says, and believes none of it that does not fit: pages in their order, of a size that was
 * agreed, each a WebP. An inspector that ends without a verdict has died of the file.
 */
export async function readInspector(
  source: AsyncIterable<Buffer>,
  keep: (page: PageImage) => Promise<void>,
): Promise<FileVerdict | "never-ready"> {
  const pull = new Pull(source)
  let pages = 0
  let isReady = false
  for (;;) {
    const line = await nextLine(pull)
    if (line?.kind === "ready") {
      isReady = true
    } else if (line?.kind === "page") {
      pages += 1
      const page = await pageOf(pull, line, pages)
      if (!page) return unreadable
      await keep(page)
    } else {
      return line || isReady ? verdictOf(line, pages) : "never-ready"
    }
  }
}

const unreadable: FileVerdict = { fit: false, why: "unreadable" }

type End = Extract<InspectorLine, { kind: "fit" | "refused" }>
type PageLine = Extract<InspectorLine, { kind: "page" }>

function verdictOf(line: End | null, pages: number): FileVerdict {
  if (line?.kind === "refused") return { fit: false, why: line.why }
  return line?.pages === pages ? { fit: true, mediaType: line.mediaType, pages } : unreadable
}

async function pageOf(pull: Pull, line: PageLine, nth: number): Promise<PageImage | null> {
  const image = await pull.bytes(line.bytes)
  if (!image || line.page !== nth || !isWebp(image)) return null
  return { page: nth, width: line.width, height: line.height, qr: line.qr, image }
}

async function nextLine(pull: Pull) {
  const text = await pull.line()
  if (text === null) return null
  try {
    return inspectorLine.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** RIFF, a length, WEBP: so that what reviewers are shown is an image whatever made it. */
function isWebp(image: Buffer): boolean {
  return image.subarray(0, 4).equals(Buffer.from("RIFF")) && image.subarray(8, 12).equals(Buffer.from("WEBP"))
}

/** Takes lines and counted bytes off a stream; null where it has ended. */
class Pull {
  #held: Buffer = Buffer.alloc(0)
  readonly #source: AsyncIterator<Buffer>

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next().catch(() => ({ done: true as const, value: undefined }))
    if (next.done) return false
    this.#held = Buffer.concat([this.#held, next.value])
    return true
  }

  async line(): Promise<string | null> {
    for (;;) {
      const at = this.#held.indexOf("\n")
      if (at > longestLine || (at < 0 && this.#held.length > longestLine)) return null
      if (at >= 0) {
        const line = this.#held.subarray(0, at).toString("utf8")
        this.#held = this.#held.subarray(at + 1)
        return line
      }
      if (!(await this.#more())) return null
    }
  }

  async bytes(count: number): Promise<Buffer | null> {
    while (this.#held.length < count) if (!(await this.#more())) return null
    const bytes = Buffer.from(this.#held.subarray(0, count))
    this.#held = this.#held.subarray(count)
    return bytes
  }
}
