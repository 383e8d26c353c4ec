import "server-only"
import type { Account } from "oidc-provider"
import { type Bearer, findBearer } from "@/db/queries/oidc-grants"
import type { Executor } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { rolesAtDoor } from "@/lib/systems/roles-at-door"

/**
 * Whom a code or token stands for at its system today, with the claims that the scopes let it see; nobody where the
 * session, the account, the membership or the last right is gone.
 */
export async function accountOfGrant(db: Executor, grantId: string, now: Date): Promise<Account | undefined> {
  const bearer = await findBearer(db, grantId, now)
  if (!bearer) return undefined
  const { open: roles } = await rolesAtDoor(db, bearer, now)
  if (roles.length === 0) return undefined
  return {
    accountId: bearer.accountId,
    claims: async (_use, scope) => ({ sub: bearer.accountId, ...claims(bearer, roles, scope.split(" ")) }),
  }
}

function claims(
  bearer: Bearer,
  roles: readonly string[],
  scopes: readonly string[],
): Record<string, unknown> {
  const { unit } = bearer
  return {
    ...(scopes.includes("profile") && {
      name: `${bearer.titleTh}${bearer.givenNameTh} ${bearer.familyNameTh}`,
      given_name: bearer.givenNameTh,
      family_name: bearer.familyNameTh,
      locale: bearer.locale,
    }),
    ...(scopes.includes("email") && bearer.email && { email: bearer.email, email_verified: true }),
    ...(scopes.includes("unit") && {
      post: bearer.post,
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
      national_id: open(keyRing(), nationalIdPlace(bearer.personId), bearer.nationalIdSealed),
    }),
  }
}
