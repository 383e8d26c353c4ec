import { and, eq, isNull } from "drizzle-orm"
import { oidcClients } from "@/db/schema/oidc"
import { systemRoles, systems } from "@/db/schema/systems"
import type { Executor } from "@/db/types"

/** A role of a system that is being tried out. */
export type SandboxRole = { readonly key: string; readonly nameTh: string; readonly nameEn: string }

/** A client for trying out that is not closed, with the roles of its system; no real client is ever found here. */
export async function findSandboxClient(db: Executor, clientId: string) {
  const [client] = await db
    .select({
      name: oidcClients.name,
      systemCode: oidcClients.systemCode,
      systemNameTh: systems.nameTh,
      systemNameEn: systems.nameEn,
    })
    .from(oidcClients)
    .innerJoin(systems, eq(systems.code, oidcClients.systemCode))
    .where(and(eq(oidcClients.id, clientId), eq(oidcClients.isSandbox, true), isNull(oidcClients.closedAt)))
  if (!client) return undefined
  const roles: SandboxRole[] = await db
    .select({ key: systemRoles.key, nameTh: systemRoles.nameTh, nameEn: systemRoles.nameEn })
    .from(systemRoles)
    .where(eq(systemRoles.systemCode, client.systemCode))
    .orderBy(systemRoles.sort, systemRoles.key)
  return { ...client, roles }
}
