import "server-only"
import { listLetters } from "@/db/queries/activation-register"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { env } from "@/lib/env"
import { formatDate } from "@/lib/i18n/dates"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { drawQrSvg } from "@/lib/qr/draw-qr"
import { canIssueCodes } from "./in-charge"
import { letterText } from "./letter-text"
import { activationCodePlace } from "./places"
import { activationLimits, shownCode } from "./rules"
import { runInput } from "./schema"

/**
 * The letters of a run with their codes, to be printed, for nobody but who issued them: were they shown to another
 * reviewer, he could decide on what he began himself. A command, since every look at a code is audited.
 */
export const showLetters = command({
  name: "activation.show-letters",
  input: runInput,
  allow: canIssueCodes,
  async run({ tx, actor, now, input }) {
    const since = new Date(now.getTime() - activationLimits.printable * 1000)
    const rows = await listLetters(tx, { runId: input.run, issuedBy: actor.accountId, since, now })
    if (rows.length === 0) return refused("activation.printed")
    const letters = rows.map(({ id, sealed, ...letter }) => {
      // the code stays off it: a photograph of the QR code alone lets nobody in
      const address = `${env.ORIGIN}/activate?unit=${letter.unitCode}`
      const code = shownCode(open(keyRing(), activationCodePlace(id), sealed))
      const text = letterText({
        unit: letter.unitName,
        unitKind: letter.unitKind,
        office: letter.officeName,
        host: new URL(env.ORIGIN).host,
        until: formatDate(letter.expiresAt, "th"),
      })
      return { ...letter, id, code, address, text, qr: drawQrSvg(address, letter.unitCode) }
    })
    return done({ letters }, { subject: input.run, detail: { count: letters.length } })
  },
})
