import { getClient, getClients } from "@/lib/clients/get-clients"
import { getSignOuts } from "@/lib/clients/get-sign-outs"
import { getConnection } from "@/lib/webhooks/get-connection"
import { attempts } from "../attempt"
import { webhookCommands, webhookTrials } from "../webhook-trials"
import { type Draw, type Maker, shown } from "./asking"
import { treeNow, type WorldPerson } from "./world"

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

const seesSystems = ({ model }: Draw, who: WorldPerson) => model.has(who, "systems", "officer", "auditor")

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
  "clients.list": ({ who, draw }) => ({
    about: "",
    expected: seesSystems(draw, who) ? `TREE ${draw.model.has(who, "systems")}` : "not-found",
    ask: (place) =>
      shown(place, getClients, { systemCode: "TREE" }, (one) => `${one.system.code} ${one.canManage}`),
  }),
  "clients.sign-outs": ({ who, draw }) => ({
    about: "",
    expected: seesSystems(draw, who) ? `TREE ${draw.model.has(who, "systems")}` : "not-found",
    ask: (place) =>
      shown(place, getSignOuts, { systemCode: "TREE" }, (one) => `${one.system.code} ${one.canManage}`),
  }),
  "clients.one": ({ who, draw }) => ({
    about: "",
    expected: seesSystems(draw, who) ? `tree ${draw.model.has(who, "systems")}` : "not-found",
    ask: (place) =>
      shown(
        place,
        getClient,
        { systemCode: "TREE", clientId: "tree" },
        (one) => `${one.client.id} ${one.canManage}`,
      ),
  }),
  ...commands,
}
