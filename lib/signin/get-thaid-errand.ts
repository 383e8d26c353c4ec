import "server-only"
import { findThaidAttempt } from "@/db/queries/thaid"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { thaidErrandInput } from "./schema"
import { isThaidHash, thaidHashes } from "./thaid-hashes"

/** What an errand is for and where it leads afterwards, for the browser that began it and no other. */
export const getThaidErrand = read({
  name: "signin.thaid-errand",
  input: thaidErrandInput,
  allow: canBeAnyone,
  async run({ db, input }) {
    const attempt = await findThaidAttempt(db, thaidHashes("state", input.state))
    if (!attempt || !isThaidHash("browser", input.browser ?? "", attempt.browserHash)) return notShown()
    return found({ purpose: attempt.purpose, returnTo: attempt.returnTo })
  },
})
