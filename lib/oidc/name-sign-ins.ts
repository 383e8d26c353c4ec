import "server-only"
import { createHash } from "node:crypto"
import type Provider from "oidc-provider"

type Session = InstanceType<Provider["Session"]>

/**
 * The name of a sign-in at a system (`sid`): one a grant, so that telling the end of one never ends the next. It follows
 * from the grant, so that nothing has to be kept of it.
 */
export function sidOf(grantId: string): string {
  return createHash("sha256").update(`sid ${grantId}`).digest("base64url")
}

/** Has the provider's own sessions name their sign-ins so, in place of a name that outlives the grant. */
export function nameSignIns(session: Session): void {
  const { grantIdFor } = session
  Object.assign(session, {
    grantIdFor(this: Session, clientId: string, grantId?: string) {
      if (grantId === undefined) return Reflect.apply(grantIdFor, this, [clientId])
      this.sidFor(clientId, sidOf(grantId))
      return Reflect.apply(grantIdFor, this, [clientId, grantId])
    },
  })
}
