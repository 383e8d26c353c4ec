import { viewPage } from "@/lib/documents/view-page"
import { readCookie } from "@/lib/http/cookies"
import { bodyOf } from "@/lib/http/file-response"
import { nothingHere } from "@/lib/http/nothing-here"
import { runCommand } from "@/lib/http/run-command"
import { viewOwnPage } from "@/lib/registration/view-own-page"

type Where = { params: Promise<{ id: string; page: string }> }

/** A page of a document as an image, for those who may see it. Each look is written down. */
export async function GET(_request: Request, { params }: Where): Promise<Response> {
  const where = await params
  const registration = (await readCookie("registration")) ?? ""
  // an applicant has no account; his browser holds his request
  const own = registration ? await runCommand(viewOwnPage, { ...where, registration }) : undefined
  const view = own?.ok ? own : await runCommand(viewPage, where)
  if (!view.ok) return nothingHere()
  const { bytes, sizeBytes } = view.value
  const headers = {
    "content-type": "image/webp",
    "content-length": String(sizeBytes),
    "cache-control": "no-store",
  }
  return new Response(bodyOf(bytes), { headers })
}
