import "server-only"
import { listCodes } from "@/db/queries/activation-register"
import { found, read } from "@/lib/kernel/read"
import { filterOf } from "./filter-of"
import { canIssueCodes, canSeeRegister } from "./in-charge"
import { activationLimits, linesPerPage } from "./rules"
import { registerInput } from "./schema"

/** The register of codes within the actor's power: who issued which, and what became of it. Never a code. */
export const getRegister = read({
  name: "activation.register",
  input: registerInput,
  allow: canSeeRegister,
  async run({ db, actor, now, input }) {
    const isAll = actor.roles.includes("auditor")
    const since = new Date(now.getTime() - activationLimits.printable * 1000)
    const at = { limit: linesPerPage, offset: (input.page - 1) * linesPerPage, now, since }
    const query = { filter: filterOf(input), state: input.state }
    const { total, lines } = await listCodes(db, { actor, isAll }, query, at)
    const date = (text: string | null) => (text === null ? null : new Date(text))
    return found({
      filters: input,
      canIssue: canIssueCodes(actor),
      total,
      lines: lines.map((line) => ({
        ...line,
        issuedAt: new Date(line.issuedAt),
        expiresAt: new Date(line.expiresAt),
        printedAt: date(line.printedAt),
        usedAt: date(line.usedAt),
        endedAt: date(line.endedAt),
      })),
    })
  },
})
