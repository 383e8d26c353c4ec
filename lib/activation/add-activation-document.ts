import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { beginScan } from "@/lib/orders/begin-scan"
import { addActivationDocumentInput } from "./schema"
import { lockSession } from "./session"

/** Makes room for a scan of a unit's first order: what comes back lets its bytes be sent. */
export const addActivationDocument = command({
  name: "activation.add-document",
  input: addActivationDocumentInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockSession(tx, { ...input, now })
    if (typeof opened === "string") return refused(opened)
    const { order, unit } = opened
    const begun = await beginScan(tx, order.id, { ...input, by: null, now })
    if ("kind" in begun) return begun
    return done(begun, { subject: order.id, unit: unit.id, detail: { document: begun.id } })
  },
})
