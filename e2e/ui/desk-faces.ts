import { orderNumberOf, waitingNumber } from "../../db/testing/case-standing"
import type { Face, Stage } from "./faces"

const reader = "dla.officer"

async function aCase({ ownerUrl }: Stage): Promise<string | undefined> {
  const number = await waitingNumber(ownerUrl)
  return number && `/desk/${number}`
}

/** An order whose paper was read, and says something else than what was typed. */
async function anOrder({ ownerUrl }: Stage): Promise<string | undefined> {
  const number = await orderNumberOf(ownerUrl, "87")
  return number && `/desk/${number}`
}

/** The desk as its reviewers and those who only look at it meet it. */
export const deskFaces: Readonly<Record<string, readonly Face[]>> = {
  "/desk": [
    { at: "/desk", reader },
    { at: "/desk?q=is%3Awaiting+can%3Adecide&done=empty", reader: "somchai.s" },
    { at: "/desk?q=gone%3Ax", reader: "dla.auditor" },
  ],
  "/desk/[number]": [
    { at: "/desk", before: aCase, reader },
    { at: "/desk", before: anOrder, reader },
    { at: "/desk", before: aCase, reader: "dla.auditor" },
  ],
}
