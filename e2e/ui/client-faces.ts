import { renewStepUps } from "../../db/testing/renew-step-ups"
import { aClient, keeper } from "../support/clients"
import { post } from "../support/sign-in"
import type { Face, Stage } from "./faces"

const list = "/admin/systems/E-PLAN/client"
let page: string | undefined

/** A client with a secret, made once. */
async function made({ context: { request }, ownerUrl }: Stage): Promise<string> {
  if (page) return page
  page = await aClient(request, ownerUrl, "E-PLAN")
  await renewStepUps(ownerUrl, keeper)
  const clientId = page.split("/").at(-1) ?? ""
  await post(request, "/api/admin/systems/client/secret", { systemCode: "E-PLAN", clientId, older: "now" })
  return page
}

/** Faces of the clients of systems. */
export const clientFaces: Readonly<Record<string, readonly Face[]>> = {
  "/admin/systems/[code]/client": [
    {
      at: "",
      reader: keeper,
      before: async (stage) => {
        await made(stage)
        return list
      },
    },
    { at: list, reader: "dla.auditor" },
  ],
  "/admin/systems/[code]/sign-outs": [
    { at: "/admin/systems/INFO/sign-outs", reader: keeper },
    { at: "/admin/systems/INFO/sign-outs?done=told", reader: "dla.auditor" },
  ],
  "/admin/systems/[code]/client/new": [{ at: `${list}/new`, reader: keeper }],
  "/admin/systems/[code]/client/[client]": [
    { at: "", reader: keeper, before: made },
    { at: "", reader: keeper, before: async (stage) => `${await made(stage)}?done=created` },
  ],
  "/admin/systems/[code]/client/[client]/settings": [
    { at: "", reader: keeper, before: async (stage) => `${await made(stage)}/settings` },
  ],
}
