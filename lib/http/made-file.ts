import "server-only"
import { contentDisposition } from "./file-response"

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const

/** Answers with a file that was made for this one person just now: saved by the browser, kept by nobody between. */
export function madeFile(
  bytes: Uint8Array<ArrayBuffer>,
  file: { readonly name: string; readonly ascii: string; readonly as: keyof typeof types },
): Response {
  const { name, ascii, as } = file
  return new Response(bytes, {
    headers: {
      "content-type": types[as],
      "content-disposition": contentDisposition("attachment", {
        thai: `${name}.${as}`,
        ascii: `${ascii}.${as}`,
      }),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  })
}
