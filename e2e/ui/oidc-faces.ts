import { plantClient } from "../../db/testing/plant-client"
import type { Face, Stage } from "./faces"

/** Where a browser that comes from a system stops at the portal's own page. */
async function stopped({ context: { request }, ownerUrl }: Stage, isSandbox: boolean): Promise<string> {
  const redirectUri = "https://rp.example/cb"
  const { id } = await plantClient(ownerUrl, {
    system: "T-FACE",
    redirectUri,
    holders: ["ปราณี"],
    scopes: ["openid", "nid"],
    isSandbox,
  })
  const query = new URLSearchParams({
    client_id: id,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid nid",
    code_challenge: "x".repeat(43),
    code_challenge_method: "S256",
  })
  const answer = await request.get(`/oidc${isSandbox ? "/sandbox" : ""}/auth?${query}`)
  return new URL(answer.url()).pathname
}

/** The choice on the way into a system that asks for the national ID. */
const choosing = (stage: Stage) => stopped(stage, false)

/** The choice of an invented user on the way into a system that is tried out. */
const trying = (stage: Stage) => stopped(stage, true)

/** Faces of what lies between a connected system and the portal. */
export const oidcFaces: Readonly<Record<string, readonly Face[]>> = {
  "/continue/[uid]/choose": [{ at: "", reader: "pranee.t", before: choosing }],
  "/sandbox/[uid]": [
    { at: "", before: trying },
    { at: "", before: async (stage) => `${await trying(stage)}?missing=1` },
    { at: "/sandbox/none" },
  ],
}
