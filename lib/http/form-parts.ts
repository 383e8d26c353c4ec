import "server-only"

/** A part of a multipart form: a field, or a file where it has a file name. `body` is read once, before the next part. */
export type FormPart = {
  readonly name: string
  /** Null of a field; empty where the form's file input was left empty. */
  readonly fileName: string | null
  readonly body: AsyncIterable<Uint8Array>
}

/** A form that is none, or that ends in its middle. */
export class FormBroken extends Error {}

/** Bytes of one part's head; a name of 300 Thai letters is below 1 KB. */
const largestHead = 16 * 1024

/** The boundary that a `Content-Type` names (RFC 2046, 5.1.1), or null. */
export function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType)
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * Reads a multipart form (RFC 7578) as it comes in: no more of a file is in memory than a chunk of the connection, which
 * `Request.formData()` does not offer. Throws `FormBroken`.
 */
export async function* formParts(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart> {
  const window = new Window(source, Buffer.from(`\r\n--${boundary}`))
  for await (const _ of window.untilBoundary()) {
    // what stands before the first part means nothing
  }
  while (!(await window.isEnd())) {
    const head = await window.head()
    const body = window.untilBoundary()
    yield { ...namesOf(head), body }
    for await (const _ of body) {
      // what its reader has left
    }
  }
  await window.drain()
}

class Window {
  // as if a line had ended before the first boundary, which every other one follows
  #held: Buffer = Buffer.from("\r\n")
  readonly #source: AsyncIterator<Uint8Array>

  constructor(
    source: AsyncIterable<Uint8Array>,
    readonly boundary: Buffer,
  ) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async #more(): Promise<void> {
    const next = await this.#source.next()
    if (next.done) throw new FormBroken("ends in the middle")
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    this.#held = this.#held.length > 0 ? Buffer.concat([this.#held, chunk]) : chunk
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async *untilBoundary(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(this.boundary)
      const isHere = at >= 0
      const length = isHere ? at : this.#held.length - this.boundary.length + 1
      if (length > 0) yield this.#take(length)
      if (isHere) {
        this.#take(this.boundary.length)
        return
      }
      await this.#more()
    }
  }

  async isEnd(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more()
    const next = this.#take(2).toString("latin1")
    if (next !== "--" && next !== "\r\n") throw new FormBroken("no boundary")
    return next === "--"
  }

  async head(): Promise<string> {
    for (;;) {
      const at = this.#held.indexOf("\r\n\r\n")
      if (at > largestHead || (at < 0 && this.#held.length > largestHead)) throw new FormBroken("a long head")
      if (at >= 0) {
        const head = this.#take(at).toString("utf8")
        this.#take(4)
        return head
      }
      await this.#more()
    }
  }

  async drain(): Promise<void> {
    while (!(await this.#source.next()).done) {
      // nothing that follows the last boundary means anything
    }
  }
}

/** Browsers write names raw in UTF-8, with `"` and line ends percent-encoded (HTML, multipart/form-data encoding). */
function namesOf(head: string): Pick<FormPart, "name" | "fileName"> {
  const line = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1]
  const name = line === undefined ? undefined : /(?:^|;)\s*name="([^"]*)"/i.exec(line)?.[1]
  if (line === undefined || name === undefined) throw new FormBroken("a part without a name")
  const fileName = /(?:^|;)\s*filename="([^"]*)"/i.exec(line)?.[1]
  return { name: plain(name), fileName: fileName === undefined ? null : plain(fileName) }
}

function plain(name: string): string {
  return name.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n")
}
