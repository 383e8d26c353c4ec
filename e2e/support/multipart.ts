/** A part of a multipart form: a field, or a file when it has a name of its own. */
export type Part = {
  readonly name: string
  readonly content: string | Buffer
  readonly filename?: string
  readonly type?: string
}

/** A multipart form (RFC 7578), byte for byte; `end: false` leaves it without its last line. */
export function multipart(
  parts: readonly Part[],
  options: { readonly end?: boolean } = {},
): { readonly body: Buffer; readonly headers: { readonly "content-type": string } } {
  const boundary = "----dla-sso-test-boundary"
  const pieces = parts.flatMap(({ name, content, filename, type }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"`),
    Buffer.from(filename === undefined ? "" : `; filename="${filename}"`),
    Buffer.from(type === undefined ? "\r\n\r\n" : `\r\ncontent-type: ${type}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from("\r\n"),
  ])
  const end = options.end === false ? "" : `--${boundary}--\r\n`
  return {
    body: Buffer.concat([...pieces, Buffer.from(end)]),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  }
}

/** The bytes that percent escapes stand for, broken ones as they are. */
export function bytesOf(escaped: string): Buffer {
  const pieces = escaped.split(/(%[0-9A-Fa-f]{2})/)
  return Buffer.concat(
    pieces.map((piece) =>
      /^%[0-9A-Fa-f]{2}$/.test(piece) ? Buffer.from(piece.slice(1), "hex") : Buffer.from(piece),
    ),
  )
}
