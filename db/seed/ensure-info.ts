import { createHash } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { oidcClientSecrets, oidcClients } from "@/db/schema/oidc"
import type { Database, Transaction } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"

const clientId = "info"

/** Name of the periods that only a demonstration has. */
const demonstrationRound = {
  th: "รอบสาธิต (เปิดทุกวัน เฉพาะระบบสาธิต)",
  en: "Demonstration round (open every day, in demonstrations alone)",
}

const day = 24 * 60 * 60 * 1000

/**
 * Connects INFO, the sample system, to a demonstration: its client with the address at which it listens this time, and
 * a period in which it can be tried on any day. What the Department has changed about INFO since is left as it is.
 */
export async function ensureInfo(
  db: Database,
  at: { readonly origin: string; readonly secret: string; readonly now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await ensureClient(tx, at)
    const [untouched] = await tx.execute(
      sql`update systems set state = 'open' where code = 'INFO' and version = 1 returning code`,
    )
    if (untouched) await ensurePeriods(tx, at.now)
  })
}

async function ensureClient(
  tx: Transaction,
  { origin, secret, now }: { origin: string; secret: string; now: Date },
): Promise<void> {
  const addresses = {
    redirectUris: [`${origin}/callback`],
    postLogoutRedirectUris: [`${origin}/signed-out`],
    backchannelLogoutUri: `${origin}/backchannel-logout`,
    startUri: `${origin}/sign-in`,
  }
  await tx
    .insert(oidcClients)
    .values({
      id: clientId,
      systemCode: "INFO",
      name: "INFO",
      authMethod: "client_secret_basic",
      scopes: ["openid", "profile", "unit", "roles", "offline_access"],
      createdAt: now,
      ...addresses,
    })
    .onConflictDoUpdate({ target: oidcClients.id, set: addresses })
  const secretHash = createHash("sha256").update(secret, "utf8").digest()
  const known = await tx
    .select({ secretHash: oidcClientSecrets.secretHash })
    .from(oidcClientSecrets)
    .where(eq(oidcClientSecrets.clientId, clientId))
  if (known.some((row) => row.secretHash.equals(secretHash))) return
  await tx.insert(oidcClientSecrets).values({ clientId, secretHash, createdAt: now })
}

/** From yesterday, because one of the real ones may begin today. */
async function ensurePeriods(tx: Transaction, now: Date): Promise<void> {
  const [from, until] = [-1, 60].map((days) => bangkokDay(new Date(now.getTime() + days * day)))
  const { th, en } = demonstrationRound
  await tx.execute(sql`delete from opening_periods where system_code = 'INFO' and name_th = ${th}`)
  await tx.execute(sql`
    insert into opening_periods (system_code, name_th, name_en, scope, opens_on, closes_on, created_at)
    select 'INFO', ${th}, ${en}, scope, ${from}::date, ${until}::date, ${now.toISOString()}::timestamptz
    from unnest(array['record', 'certify']) scope
    on conflict (system_code, scope, opens_on) do nothing`)
}
