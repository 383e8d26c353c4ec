import "server-only"
import { log } from "@/lib/log"
import { endSignIns, type Teller, takeSignOuts, tellSystem } from "@/lib/oidc/tell-system"
import { Bell } from "./bell"
import { errorCode, type Running, repeat } from "./repeat"

/** Milliseconds between two looks for sign-ins that have lost their ground: what ends one is felt in so many at most. */
const lookEvery = 2_000
/** Milliseconds between two looks for what is due to be told again. */
const tellEvery = 1_000
/** Systems told at once. */
const atOnce = 16

/** Ends sign-ins at systems whose ground is gone, and tells the systems. One that does not answer holds up no other. */
export function tellSystems(teller: Teller): Running {
  const inHand = new Set<Promise<void>>()
  const bell = new Bell()
  const looking = repeat("end-sign-ins", lookEvery, async () => {
    const more = await endSignIns(teller)
    bell.ring()
    return more ? "more" : "idle"
  })
  const telling = repeat(
    "tell-systems",
    tellEvery,
    async () => {
      for (const taken of await takeSignOuts(teller, atOnce - inHand.size)) {
        const one = tellSystem(teller, taken)
          .then(() => undefined)
          .catch((error: unknown) => log.error({ error: errorCode(error) }, "sign-outs: not told"))
          .finally(() => {
            inHand.delete(one)
            bell.ring()
          })
        inHand.add(one)
      }
      return "idle"
    },
    bell,
  )
  return {
    async stop() {
      await Promise.all([looking.stop(), telling.stop()])
      await Promise.all(inHand)
    },
  }
}
