import type { Face } from "./faces"

/** Faces of the screens of invitations. Who brings no link and no cookie is told what to do. */
export const invitationFaces: Readonly<Record<string, readonly Face[]>> = {
  "/invitation/[token]": [{ at: "/invitation/none" }],
  "/invitation/code": [{ at: "/invitation/code" }],
  "/invitation/choose": [{ at: "/invitation/choose" }],
}
