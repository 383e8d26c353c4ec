import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { raiseAlarm } from "@/lib/recovery/raise-alarm"

/** “This wasn't me”: locks the account; the page of the link tells how it went, and who can help. */
export const POST = postHandler(async ({ fields }) => {
  const { alarm = "" } = fields
  await runCommand(raiseAlarm, { alarm })
  return seeOther(`/alarm/${pathSegment(alarm, 100, "none")}`)
})
