import type { Face, Stage } from "./faces"

const reader = "somchai.s"
const list = "/unit/06360207/users"

/** The first user whom the list leads to. */
const aUser =
  (rest = "", q = reader) =>
  async ({ context: { request } }: Stage): Promise<string> => {
    const page = await (await request.get(`${list}?q=${q}`)).text()
    const found = /\/unit\/06360207\/users\/[0-9a-f-]{36}/.exec(page)?.[0]
    return found ? `${found}${rest}` : list
  }

const aTransferee = async (stage: Stage): Promise<string> => {
  const id = (await aUser("", "pranee.t")(stage)).split("/").at(-1) ?? ""
  return `/unit/06360207/transfers/new?user=${id}`
}

/** Faces of the users of a unit. */
export const memberFaces: Readonly<Record<string, readonly Face[]>> = {
  "/unit/[code]/users": [
    { at: list, reader },
    { at: `${list}?q=nobody-at-all&refused=members.no-such-user`, reader },
    { at: list, reader: "dla.auditor" },
  ],
  "/unit/[code]/transfers": [{ at: "/unit/06360207/transfers", reader }],
  "/unit/[code]/transfers/new": [{ at: "", reader, before: aTransferee }],
  "/unit/[code]/users/new": [
    { at: `${list}/new`, reader },
    { at: `${list}/new?refused=members.already-here`, reader },
  ],
  "/unit/[code]/users/[membership]/[act]": [
    { at: "", reader, before: aUser("/edit", "pranee.t") },
    { at: "", reader, before: aUser("/suspend", "pranee.t") },
    { at: "", reader, before: aUser("/suspend-account?refused=invalid", "pranee.t") },
    { at: "", reader, before: aUser("/edit", reader) },
    { at: "", reader, before: aUser("/leave", reader) },
  ],
  "/unit/[code]/users/[membership]": [{ at: "", reader, before: aUser() }],
}
