import "server-only"
import { refusalText } from "@/lib/i18n/refusal-text"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import type { Result } from "@/lib/kernel/outcome"
import type { Refusal } from "@/lib/kernel/refusal"
import { forScript } from "./for-script"
import { formFields } from "./form-fields"
import { boundaryOf, FormBroken, formParts } from "./form-parts"
import { plainPage } from "./plain-page"
import { refusalCookie } from "./refusal-cookie"
import { isSameOrigin } from "./same-origin"
import { seeOther } from "./see-other"

/** Fields of the form that come before its files. */
export type FileFields = Readonly<Record<string, string>>

/** A document that may come, and the ticket with which its bytes are taken. */
export type Begun = { readonly id: string; readonly ticket: string }

/** What a route of one room says of the files that are sent to it. */
export type FilesPost = {
  /** Asks the room whether this file may be added to its request. */
  readonly begin: (
    fields: FileFields,
    file: { readonly fileName: string; readonly sizeBytes: number | null },
  ) => Promise<Result<Begun>>
  /** Takes bytes: runs `documents.receive`. */
  readonly receive: (
    part: Begun & { readonly offset: number; readonly bytes: AsyncIterable<Uint8Array> },
  ) => Promise<Result<unknown>>
  /** Path of the page that shows what became of them. */
  readonly back: (fields: FileFields) => string
}

/** Bytes of a whole form: ten files of the largest size with their wrapping. */
const largestForm = 10 * 10 * 1024 * 1024 + 1024 * 1024
const largestField = 8 * 1024

/**
 * Wraps a POST that carries files. Without JavaScript it is a plain form, whose files are passed on as they come in and
 * never held whole; with it the page's script announces each file by a small form (`fileName`, `sizeBytes`), gets a
 * ticket, and sends the bytes by PATCH (`bytesHandler`), so that a dropped connection costs little.
 */
export function filesHandler(at: FilesPost): (request: Request) => Promise<Response> {
  return async (request) => {
    const w = wordsIn(await currentLocale())
    if (!isSameOrigin(request.headers)) return plainPage(403, w.ui.answers.crossSite)
    const type = request.headers.get("content-type") ?? ""
    const boundary = boundaryOf(type)
    if (boundary === null) return announced(at, request)
    const length = Number(request.headers.get("content-length") ?? Number.NaN)
    if (!(length <= largestForm)) return plainPage(413, w.refusals["documents.too-large"])
    if (!request.body) return plainPage(400, w.ui.answers.unreadableForm)
    try {
      return await posted(at, request.body as unknown as AsyncIterable<Uint8Array>, boundary)
    } catch (thrown) {
      if (thrown instanceof FormBroken) return plainPage(400, w.ui.answers.unreadableForm)
      throw thrown
    }
  }
}

async function announced(at: FilesPost, request: Request): Promise<Response> {
  const w = wordsIn(await currentLocale())
  const form = await formFields(request)
  if ("status" in form) return plainPage(form.status, w.ui.answers.unreadableForm)
  const { fileName = "", sizeBytes = "", ...fields } = form.fields
  if (fileName === "" || !/^[0-9]{1,12}$/.test(sizeBytes)) return plainPage(400, w.ui.answers.unreadableForm)
  const result = await at.begin(fields, { fileName, sizeBytes: Number(sizeBytes) })
  return result.ok ? forScript(result.value) : await refusedForScript(result.refusal)
}

/** A no for a script: the code, and the sentence to show. */
export async function refusedForScript(refusal: Refusal): Promise<Response> {
  return forScript({ refused: refusal.code, sentence: refusalText(refusal, await currentLocale()) })
}

async function posted(at: FilesPost, source: AsyncIterable<Uint8Array>, boundary: string): Promise<Response> {
  const fields: Record<string, string> = Object.create(null)
  const refusals: Refusal[] = []
  let files = 0
  for await (const { name, fileName, body } of formParts(source, boundary)) {
    if (fileName === null) {
      fields[name] ??= await textOf(body)
    } else if (fileName !== "") {
      files += 1
      const refusal = await taken(at, fields, fileName, body)
      if (refusal) refusals.push(refusal)
    }
  }
  if (files === 0) refusals.push({ code: "documents.none-chosen" })
  const [refusal] = refusals
  const back = at.back(fields)
  if (!refusal) return seeOther(back)
  const query = `refused=${refusal.code}`
  return seeOther(`${back}${back.includes("?") ? "&" : "?"}${query}`, [refusalCookie(refusal)])
}

async function taken(
  at: FilesPost,
  fields: FileFields,
  fileName: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Refusal | null> {
  const begun = await at.begin(fields, { fileName, sizeBytes: null })
  if (!begun.ok) return begun.refusal
  const { id, ticket } = begun.value
  const received = await at.receive({ id, ticket, offset: 0, bytes })
  return received.ok ? null : received.refusal
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > largestField) throw new FormBroken("a long field")
    chunks.push(Uint8Array.from(chunk))
  }
  return Buffer.concat(chunks).toString("utf8")
}
