import { renewStepUps } from "../../db/testing/renew-step-ups"
import { issueCode } from "../support/activation"
import { personForm } from "../support/orders"
import { post } from "../support/sign-in"
import type { Face, Stage } from "./faces"

const reader = "prasit.p"

/** The letters of a code just issued for a unit. */
const lettersFor =
  (unitCode: string) =>
  async ({ context: { request }, ownerUrl }: Stage): Promise<string> => {
    await renewStepUps(ownerUrl, reader)
    return (await issueCode(request, unitCode)).letters
  }

/** A page of the form of a unit, come in to by a code just issued, with what else there is to be seen. */
const opened =
  (unitCode: string, at: string, isFilled = false) =>
  async ({ context: { request }, ownerUrl }: Stage): Promise<string> => {
    await renewStepUps(ownerUrl, reader)
    const { code } = await issueCode(request, unitCode)
    await post(request, "/api/activate", { unitCode, code })
    if (!isFilled) return at
    const number = /O-\d{4}-\d{4}/.exec(await (await request.get("/activate/form")).text())?.[0] ?? ""
    const page = (version: number) => ({ unitCode, number, version: `${version}` })
    await post(request, "/api/activate/person", { ...personForm, ...page(1) })
    await post(request, "/api/activate/paper", {
      ...page(2),
      kind: "appoint",
      issuer: unitCode,
      signerName: "นายสมศักดิ์ ตัวอย่าง",
      signerPost: "นายกองค์การบริหารส่วนตำบล",
      validFromDay: "1",
      validFromMonth: "12",
      validFromYear: "2569",
    })
    await post(request, "/api/activate/print", {})
    return at
  }

/** Faces of a unit's first sign-in, and of the office that issues its code. */
export const activationFaces: Readonly<Record<string, readonly Face[]>> = {
  "/activate": [
    { at: "/activate?unit=05361001" },
    { at: "/activate?q=%E0%B8%A0%E0%B8%B9%E0%B9%81%E0%B8%A5%E0%B8%99%E0%B8%84%E0%B8%B2" },
    { at: "/activate?q=0536&refused=activation.wrong" },
  ],
  "/activate/request": [
    { at: "/activate/request" },
    { at: "/activate/request?refused=activation.request-wrong" },
  ],
  "/activate/form": [
    { at: "", reader, before: opened("05361001", "/activate/form", true), isOutside: true },
    {
      at: "",
      reader,
      before: opened("05361002", "/activate/form?refused=orders.incomplete"),
      isOutside: true,
    },
  ],
  "/activate/form/person": [
    { at: "", reader, before: opened("05361003", "/activate/form/person"), isOutside: true },
  ],
  "/activate/form/paper": [
    { at: "", reader, before: opened("05361011", "/activate/form/paper"), isOutside: true },
  ],
  "/activate/form/print": [
    { at: "", reader, before: opened("06361004", "/activate/form/print", true), isPaper: true },
  ],
  "/oversight/activation": [
    { at: "/oversight/activation", reader },
    { at: "/oversight/activation?state=used", reader: "dla.auditor" },
    { at: "/oversight/activation?refused=activation.printed", reader: "kanda.d" },
  ],
  "/oversight/activation/new": [
    { at: "/oversight/activation/new?refused=activation.none-chosen", reader },
    { at: "/oversight/activation/new?province=36", reader: "dla.officer" },
  ],
  "/oversight/activation/runs/[run]": [{ at: "", reader, before: lettersFor("06360302"), isPaper: true }],
}
