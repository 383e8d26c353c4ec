import { renewStepUps } from "../../db/testing/renew-step-ups"
import { aClient, keeper } from "../support/clients"
import { post } from "../support/sign-in"
import type { Face, Stage } from "./faces"

const systemCode = "LTAX3000"
const page = `/admin/systems/${systemCode}/machine`
let isMade = false

/** A system that is called, made once. */
async function made({ context: { request }, ownerUrl }: Stage): Promise<string> {
  if (isMade) return page
  isMade = true
  const clientId = (await aClient(request, ownerUrl, systemCode)).split("/").at(-1) ?? ""
  await renewStepUps(ownerUrl, keeper)
  const forms = "/api/admin/systems/machine"
  await post(request, `${forms}/address`, {
    systemCode,
    version: "0",
    clientId,
    url: "https://rp.example/hook",
  })
  await post(request, `${forms}/secret`, { systemCode })
  return page
}

/** Faces of the programs of systems. */
export const machineFaces: Readonly<Record<string, readonly Face[]>> = {
  "/admin/systems/[code]/machine": [
    { at: "", reader: keeper, before: made },
    { at: page, reader: "dla.auditor" },
  ],
}
