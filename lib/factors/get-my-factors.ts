import "server-only"
import { z } from "zod"
import { countRecoveryCodes, findFactorStanding, findPendingTotp, listTotp } from "@/db/queries/factors"
import { listPasskeys } from "@/db/queries/passkeys"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { canBeAccount } from "@/lib/kernel/actor"
import { freshnessLimits } from "@/lib/kernel/command"
import { found, read } from "@/lib/kernel/read"
import { drawQrSvg } from "@/lib/qr/draw-qr"
import { totpPlace } from "./places"
import { factorLimits, groupsOfFour } from "./rules"
import { totpUri } from "./totp"

/** A drawing as the address of an image, which needs no request of its own. */
const asImage = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`

/** One's own passkeys, authenticator apps and recovery codes left; of an app under way the key, while the proof is fresh. */
export const getMyFactors = read({
  name: "factors.mine",
  input: z.object({ label: z.string().max(200), title: z.string().max(200) }),
  allow: canBeAccount,
  async run({ db, actor: { accountId, steppedUpAt }, now, input }) {
    const [apps, keys, pending, codesLeft, { method }] = await Promise.all([
      listTotp(db, accountId),
      listPasskeys(db, accountId),
      findPendingTotp(db, accountId),
      countRecoveryCodes(db, accountId),
      findFactorStanding(db, accountId),
    ])
    const age = (since: Date) => (now.getTime() - since.getTime()) / 1000
    const isShown =
      pending &&
      age(pending.createdAt) <= factorLimits.pending &&
      steppedUpAt &&
      age(steppedUpAt) <= freshnessLimits.stepUp
    const secret = isShown ? open(keyRing(), totpPlace(pending.id), pending.secretSealed) : undefined
    return found({
      apps: apps.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
      passkeys: keys.map(({ id, name, createdAt, lastUsedAt, stoppedAt }) => ({
        id,
        name,
        createdAt,
        lastUsedAt,
        isStopped: stoppedAt !== null,
      })),
      isThaidOnly: method === "thaid",
      codesLeft,
      underWay: secret
        ? { key: groupsOfFour(secret), qr: asImage(drawQrSvg(totpUri(secret, input.label), input.title)) }
        : undefined,
    })
  },
})
