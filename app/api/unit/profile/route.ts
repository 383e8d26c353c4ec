import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { profilePath } from "@/lib/http/profile-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { changeProfile } from "@/lib/profiles/change-profile"
import { profileLimits } from "@/lib/profiles/rules"

const names = ["address", "telephone", "email", "openingHours", "latitude", "longitude"] as const
const rows = Array.from({ length: profileLimits.executives }, (_, at) => at + 1)

/** Changes what a unit says of itself. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", version = "" } = fields
  const typed = Object.fromEntries(names.map((name) => [name, fields[name] ?? ""]))
  const executives = rows.map((row) => ({
    post: fields[`post${row}`] ?? "",
    name: fields[`name${row}`] ?? "",
  }))
  const result = await runCommand(changeProfile, { ...typed, unitCode, version, executives })
  if (result.ok) return seeOther(`${profilePath(unitCode)}?done=saved`, [clearCookie("typed")])
  // rows that were left empty need no room in the cookie
  const people = executives.flatMap(({ post, name }, at) =>
    post || name
      ? [
          [`post${at + 1}`, post],
          [`name${at + 1}`, name],
        ]
      : [],
  )
  const kept = { ...typed, ...Object.fromEntries(people) }
  return refusedAnswer(result.refusal, profilePath(unitCode), [
    await typedCookie(`profile ${unitCode}`, kept),
  ])
})
