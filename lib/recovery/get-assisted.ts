import "server-only"
import { findRecovery } from "@/db/queries/recovery"
import { findCancellable, listAssisted } from "@/db/queries/recovery-assisted"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { cancelHashes, linkHashes } from "./hashes"
import { canRecoverSomebody, unitInCharge } from "./in-charge"
import { recoveryShut } from "./recovery-shut"
import { isReady } from "./rules"
import { cancelAssistedInput, openLinkInput, unitRecoveriesInput } from "./schema"

/** How far back the page of a unit goes, in days. */
const shownDays = 90

/** The ways back of a unit's people, with what this person in charge may do about each. */
export const getUnitRecoveries = read({
  name: "recovery.unit",
  input: unitRecoveriesInput,
  allow: canRecoverSomebody,
  async run({ db, actor, now, input }) {
    const unit = await unitInCharge(db, actor, input.unitCode)
    if (!unit) return notShown()
    const since = new Date(now.getTime() - shownDays * 24 * 60 * 60 * 1000)
    const lines = await listAssisted(db, unit.id, since)
    const shown = lines.map(({ accountId, approvers, ...line }) => {
      const isOpen = line.state === "waiting" && line.expiresAt > now && accountId !== actor.accountId
      const hasApproved = approvers.some((one) => one.accountId === actor.accountId)
      return {
        ...line,
        isOver: line.state === "waiting" && line.expiresAt <= now,
        approvers: approvers.map(({ name }) => name),
        isOpen,
        canApprove: isOpen && !hasApproved,
        canRelease: isOpen && isReady({ ...line, approvals: approvers.length }, now),
      }
    })
    return found({ nameTh: unit.nameTh, nameEn: unit.nameEn, lines: shown })
  },
})

/** Whether a mailed link still leads anywhere; looking at it uses nothing up. */
export const getLink = read({
  name: "recovery.link-page",
  input: openLinkInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const recovery = await findRecovery(db, linkHashes(input.link))
    const isOpen = recovery !== undefined && !recoveryShut(recovery, now) && recovery.proof === null
    return isOpen ? found({ expiresAt: recovery.expiresAt }) : notShown("recovery.link-gone")
  },
})

/** Whether the owner can still cancel, by the link of the mail that told him. */
export const getCancellable = read({
  name: "recovery.cancel-page",
  input: cancelAssistedInput,
  allow: canBeAnyone,
  async run({ db, input }) {
    const assisted = await findCancellable(db, cancelHashes(input.cancel))
    if (!assisted) return notShown("recovery.link-gone")
    return found({ isOpen: assisted.state === "waiting" || assisted.state === "sent", state: assisted.state })
  },
})
