import "server-only"
import { type Account, errors } from "oidc-provider"
import { findBearer } from "@/db/queries/oidc-grants"
import type { Bearer, Told } from "@/db/queries/oidc-predicates"
import { tellOfGrant } from "@/db/queries/oidc-saving"
import type { Database } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { answersAtDoor } from "@/lib/systems/roles-at-door"
import { nationalIdTold } from "./on-record"
import { asking } from "./portal-session"

/** Who stands behind a grant today; what the request at hand has read of it already is not read again. */
export async function bearerOfGrant(db: Database, grantId: string, now: Date): Promise<Bearer | undefined> {
  const known = asking()?.grants.get(grantId)
  return known ? known.bearer : await findBearer(db, grantId, now)
}

/**
 * Whom a code or token stands for at its system today, with the claims that the scopes let it see; nobody where the
 * session, the account, the membership or the last right is gone. All claims but the name of the account are told by
 * the userinfo endpoint alone.
 */
export async function accountOfGrant(db: Database, grantId: string, now: Date): Promise<Account | undefined> {
  const bearer = await bearerOfGrant(db, grantId, now)
  if (!bearer) return undefined
  const { open: roles } = answersAtDoor(bearer.held, now)
  if (roles.length === 0) return undefined
  return {
    accountId: bearer.accountId,
    async claims(use, scope) {
      const sub = bearer.accountId
      if (use !== "userinfo") return { sub }
      const scopes = scope.split(" ").filter((one) => bearer.scopes.includes(one))
      if (scopes.includes("nid")) await tellOfNationalId(db, grantId, now)
      const told = bearer.told ?? (await findBearer(db, grantId, now))?.told
      return { sub, ...(told && claims(told, roles, scopes)) }
    },
  }
}

/** No number leaves without the audit knowing. */
async function tellOfNationalId(db: Database, grantId: string, now: Date): Promise<void> {
  const told = { grantId, action: nationalIdTold.name, requestId: asking()?.requestId ?? "unknown" }
  if (!(await tellOfGrant(db, told, now))) throw new errors.InvalidToken("the grant is over")
}

function claims(told: Told, roles: readonly string[], scopes: readonly string[]): Record<string, unknown> {
  const { unit } = told
  return {
    ...(scopes.includes("profile") && {
      name: `${told.titleTh}${told.givenNameTh} ${told.familyNameTh}`,
      given_name: told.givenNameTh,
      family_name: told.familyNameTh,
      locale: told.locale,
    }),
    ...(scopes.includes("email") && told.email && { email: told.email, email_verified: true }),
    ...(scopes.includes("unit") && {
      post: told.post,
      unit: {
        code: unit.code,
        kind: unit.kind,
        name: unit.nameTh,
        ...(unit.nameEn && { name_en: unit.nameEn }),
        above: unit.above,
      },
    }),
    ...(scopes.includes("roles") && { roles }),
    ...(scopes.includes("nid") && {
      national_id: open(keyRing(), nationalIdPlace(told.personId), told.nationalIdSealed),
    }),
  }
}
