import "server-only"
import { lockCancellable, markAssisted } from "@/db/queries/recovery-assisted"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { cancelHashes } from "./hashes"
import { cancelAssistedInput } from "./schema"

/** The owner cancels, by the link of the mail that told him; a link that went out already dies with it. */
export const cancelAssisted = command({
  name: "recovery.cancel",
  input: cancelAssistedInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const assisted = await lockCancellable(tx, cancelHashes(input.cancel))
    if (!assisted || (assisted.state !== "waiting" && assisted.state !== "sent"))
      return refused("recovery.link-gone")
    await markAssisted(tx, assisted.id, { state: "cancelled", by: null, now })
    const { accountId, unitId } = assisted
    return done(null, { account: accountId, subject: accountId, unit: unitId })
  },
})
