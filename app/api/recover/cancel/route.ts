import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { cancelAssisted } from "@/lib/recovery/cancel-assisted"

/** The owner cancels what people in charge opened; the page of the link tells how it went. */
export const POST = postHandler(async ({ fields }) => {
  const { cancel = "" } = fields
  await runCommand(cancelAssisted, { cancel })
  return seeOther(`/recover/cancel/${pathSegment(cancel, 100, "none")}`)
})
