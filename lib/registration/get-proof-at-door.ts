import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { peekAtProof } from "@/lib/signin/kept-proof"
import { provedAtDoorInput } from "./schema"

/** Whether ThaiID has just proved somebody in this browser who has no account. */
export const getProofAtDoor = read({
  name: "registration.proof-at-door",
  input: provedAtDoorInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    return found({ isProved: (await peekAtProof(db, input.browser, now)) !== undefined })
  },
})
