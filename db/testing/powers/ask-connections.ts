import { getConnection } from "@/lib/webhooks/get-connection"
import { attempts } from "../attempt"
import { webhookCommands, webhookTrials } from "../webhook-trials"
import { type Maker, shown } from "./asking"
import { treeNow } from "./world"

/** Programs of systems belong to no unit: their commands are for the role `systems`. */
const commands = Object.fromEntries(
  webhookCommands.map((name): [string, Maker] => [
    name,
    ({ who, draw }) => ({
      about: "",
      expected: draw.model.has(who, "systems") ? "no such system" : "forbidden",
      ask: async (place) => {
        const answer = await webhookTrials(attempts(() => place, treeNow))[name]?.(place.actor)
        return answer === "not-found" ? "no such system" : (answer ?? "")
      },
    }),
  ]),
)

/** How each command and read about the programs of systems is asked. */
export const connectionMakers: Record<string, Maker> = {
  "webhooks.connection": ({ who, draw }) => ({
    about: "",
    expected: draw.model.has(who, "systems", "officer", "auditor")
      ? `TREE ${draw.model.has(who, "systems")}`
      : "not-found",
    ask: (place) =>
      shown(place, getConnection, { code: "TREE" }, (one) => `${one.system.code} ${one.canManage}`),
  }),
  ...commands,
}
