import { refusalCookie } from "@/lib/http/refusal-cookie"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { uploadHandler } from "@/lib/http/upload-handler"
import { publishVersion } from "@/lib/manuals/publish-version"
import { maxManualBytes } from "@/lib/manuals/rules"

/** Takes a new version of a manual from the upload form. */
export const POST = uploadHandler(maxManualBytes, async (form) => {
  const text = (name: string) => String(form.get(name) ?? "")
  const files = form.getAll("file")
  const [file] = files
  const result = await runCommand(publishVersion, {
    slug: text("slug"),
    expectedVersion: text("expectedVersion"),
    note: text("note"),
    file:
      files.length > 1
        ? "several"
        : file instanceof File
          ? new Uint8Array(await file.arrayBuffer())
          : undefined,
  })
  if (result.ok) return seeOther(`/admin/manuals?published=${result.value.slug}`)
  const query = new URLSearchParams({ refused: result.refusal.code, manual: text("slug").slice(0, 60) })
  return seeOther(`/admin/manuals?${query}`, [refusalCookie(result.refusal)])
})
