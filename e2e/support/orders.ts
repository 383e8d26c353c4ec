import type { APIRequestContext } from "@playwright/test"
import { leadsTo, post } from "./sign-in"

/** Who is named in the orders of journeys: invented, with a right check digit. */
export const personForm = {
  personId: "",
  nationalId: "1-3609-99900-99-0",
  titleTh: "นาง",
  givenNameTh: "สมหญิง",
  familyNameTh: "ทดลองแต่งตั้ง",
  post: "นักวิชาการคอมพิวเตอร์ปฏิบัติการ",
  staffKind: "local-government",
  staffReason: "",
  email: "somying@officials.example",
  officeTelephone: "0 4400 0109",
}

/** Makes an order of a unit by plain posts, with what stands on the paper but its number and date. */
export async function makeOrder(request: APIRequestContext, unitCode: string) {
  const begun = await post(request, "/api/unit/orders", { unitCode, kind: "appoint" })
  const path = (leadsTo(begun) ?? "").replace(/\/paper$/, "")
  const number = path.split("/").at(-1) ?? ""
  const at = (version: number) => ({ unitCode, number, version: `${version}` })
  await post(request, "/api/unit/orders/paper", {
    ...at(1),
    kind: "appoint",
    issuer: unitCode,
    orderNumber: "",
    signerName: "นายสมศักดิ์ ตัวอย่าง",
    signerPost: "นายกองค์การบริหารส่วนตำบล",
    validFromDay: "1",
    validFromMonth: "12",
    validFromYear: "2569",
  })
  return { path, number, at }
}
