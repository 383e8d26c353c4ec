import { forgetMailedCodes } from "../../db/testing/forget-mailed-codes"
import { persona } from "../support/cast"
import { askForCode, mailedLink } from "../support/recovery"
import { post } from "../support/sign-in"
import type { Face, Stage } from "./faces"

const recovered = "kanda.d"

async function askedForNobody({ context: { request } }: Stage): Promise<undefined> {
  await post(request, "/api/recover", { username: "nobody.here" })
}

async function proved({ context: { request }, ownerUrl }: Stage): Promise<undefined> {
  await forgetMailedCodes(ownerUrl)
  const code = await askForCode(request, await persona(request, recovered))
  await post(request, "/api/recover/code", { code })
}

async function alarmLink({ context: { request }, ownerUrl }: Stage): Promise<string> {
  await forgetMailedCodes(ownerUrl)
  const card = await persona(request, recovered)
  await askForCode(request, card)
  return mailedLink(request, card.email)
}

/** Faces of the screens of recovery that one does not meet by asking for their address. */
export const recoveryFaces: Readonly<Record<string, readonly Face[]>> = {
  "/recover": [{ at: "/recover" }, { at: "/recover?refused=recovery.gone" }],
  "/recover/username": [{ at: "/recover/username" }, { at: "/recover/username?sent=1" }],
  "/recover/done": [{ at: "/recover/done" }, { at: "/recover/done?unlocked=1" }],
  "/recover/code": [
    { at: "/recover/code", before: askedForNobody },
    { at: "/recover/code?refused=recovery.code-wrong", before: askedForNobody },
  ],
  "/recover/password": [
    { at: "/recover/password", before: proved },
    { at: "/recover/password?refused=passwords.common", before: proved },
  ],
  "/unit/[code]/recoveries": [
    { at: "/unit/06360207/recoveries", reader: "somchai.s" },
    { at: "/unit/06360207/recoveries?refused=recovery.no-such-member", reader: "somchai.s" },
  ],
  "/alarm/[token]": [{ at: "/alarm/none" }, { at: "/alarm/none", before: alarmLink }],
}
