import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { dropScan } from "@/lib/orders/drop-scan"
import { activationDocumentInput } from "./schema"
import { lockSession } from "./session"

/** Takes a scan off a unit's first order. */
export const dropActivationDocument = command({
  name: "activation.drop-document",
  input: activationDocumentInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockSession(tx, { ...input, now })
    if (typeof opened === "string") return refused(opened)
    const { order, unit } = opened
    const { documentId } = input
    const no = await dropScan(tx, order.id, { documentId, now })
    if (no) return refused(no)
    return done({}, { subject: order.id, unit: unit.id, detail: { document: documentId } })
  },
})
