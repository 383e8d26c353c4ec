import "server-only"

/** Largest body of a plain form, in bytes. */
const largestForm = 16 * 1024

/** The text fields of a form post, or why it cannot be read. A field sent twice counts once, with its first value. */
export async function formFields(
  request: Request,
): Promise<{ readonly fields: Readonly<Record<string, string>> } | { readonly status: 400 | 413 | 415 }> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase()
  if (type !== "application/x-www-form-urlencoded") return { status: 415 }
  const length = request.headers.get("content-length")
  if (Number(length ?? 0) > largestForm) return { status: 413 }
  // A body is never longer than its announced length (RFC 9112 §6.3); only one without has to be watched.
  const body = length ? await request.text() : await readAtMost(request, largestForm)
  if (body === undefined) return { status: 413 }
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) fields[name] ??= value
  return { fields }
}

async function readAtMost(request: Request, limit: number): Promise<string | undefined> {
  if (!request.body) return ""
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}
