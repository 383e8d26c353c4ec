import { plantClient } from "../../db/testing/plant-client"
import type { Face, Stage } from "./faces"

/** The choice on the way into a system that asks for the national ID. */
const choosing = async ({ context: { request }, ownerUrl }: Stage): Promise<string> => {
  const redirectUri = "https://rp.example/cb"
  const { id } = await plantClient(ownerUrl, {
    system: "T-FACE",
    redirectUri,
    holders: ["ปราณี"],
    scopes: ["openid", "nid"],
  })
  const query = new URLSearchParams({
    client_id: id,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid nid",
    code_challenge: "x".repeat(43),
    code_challenge_method: "S256",
  })
  const answer = await request.get(`/oidc/auth?${query}`)
  return new URL(answer.url()).pathname
}

/** Faces of what lies between a connected system and the portal. */
export const oidcFaces: Readonly<Record<string, readonly Face[]>> = {
  "/continue/[uid]/choose": [{ at: "", reader: "pranee.t", before: choosing }],
}
