import { askForRight, ownSeat } from "../support/rights"
import type { Face, Stage } from "./faces"

const reader = "somchai.s"
const unit = "/unit/06360207/rights"

/** A request that waits for the unit's SSO Admin, as he opens it. */
const waiting = async ({ context: { request } }: Stage): Promise<string> => {
  const page = await (await request.get(unit)).text()
  return /\/unit\/06360207\/rights\/requests\/[0-9a-f-]{36}/.exec(page)?.[0] ?? `${unit}/requests/none`
}

/** The page that checks the first change that the grid offers. */
const chosen = async ({ context: { request } }: Stage): Promise<string> => {
  const page = await (await request.get(`${unit}?system=LHR`)).text()
  const changes = [...page.matchAll(/<option value="((?:grant|withdraw)~[^"]+)"/g)].slice(0, 3)
  return `${unit}/check?${new URLSearchParams(changes.map(([, text = ""]) => ["c", text]))}`
}

/** Somebody without any right asks for one. */
const asked = async ({ context: { request } }: Stage): Promise<undefined> => {
  await askForRight(request, "INFO")
}

/** Faces of rights and of requests for them. */
export const rightsFaces: Readonly<Record<string, readonly Face[]>> = {
  "/portal/rights": [{ at: "/portal/rights?done=asked", reader: "malee.n", before: asked }],
  "/portal/rights/[system]": [
    {
      at: "",
      reader: "malee.n",
      before: async ({ context: { request } }) => `/portal/rights/E-PLAN?m=${await ownSeat(request)}`,
    },
  ],
  "/unit/[code]/rights": [
    { at: unit, reader },
    { at: `${unit}?system=reports`, reader },
    { at: unit, reader: "kanda.d" },
  ],
  "/unit/[code]/rights/check": [
    { at: "", reader, before: chosen },
    { at: `${unit}/check`, reader },
  ],
  "/unit/[code]/rights/requests/[id]": [{ at: "", reader, before: waiting }],
  "/admin/systems": [{ at: "/admin/systems", reader: "dla.officer" }],
  "/admin/systems/[code]": [
    { at: "/admin/systems/INFO", reader: "dla.officer" },
    { at: "/admin/systems/DIGITAL-DLA", reader: "dla.auditor" },
  ],
}
