import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runRead } from "@/lib/http/run-read"
import { seeOther } from "@/lib/http/see-other"
import { usersPath } from "@/lib/http/users-path"
import { findUser } from "@/lib/members/find-user"
import { hasLongNumber } from "@/lib/members/rules"
import { unitUsersInput } from "@/lib/members/schema"

/** Leads to the list with its filters in the address; a 13-digit number never gets there, but leads to its owner. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", typed = "" } = fields
  const path = usersPath(unitCode)
  if (hasLongNumber(typed)) {
    const found = await runRead(findUser, { unitCode, typed })
    return found.ok ? seeOther(`${path}/${found.value.id}`) : refusedAnswer(found.refusal, path)
  }
  const asked = unitUsersInput.safeParse({ ...fields, q: typed, after: undefined })
  if (!asked.success) return seeOther(path)
  const { unitCode: _code, after: _after, ...filters } = asked.data
  const set = Object.entries(filters).filter(([, value]) => value !== "")
  return seeOther(set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path)
})
