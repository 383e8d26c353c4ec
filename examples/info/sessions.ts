import type postgres from "postgres"
import type { Logout } from "./logout-token"
import type { SignedIn, Tokens } from "./portal"
import type { Person } from "./powers"
import { hashOf, randomName, seal, unseal } from "./seal"

/** How long a session lives: without a request, and in all. */
export const sessionTimes = { idleMinutes: 30, hours: 8 } as const

/** A session that lives. */
export type Session = {
  readonly idHash: Buffer
  readonly person: Person
  readonly tokens: Tokens
  /** When the portal was last asked about the person, and when it last answered. */
  readonly askedAt: Date
  readonly confirmedAt: Date
}

type Row = { idHash: Uint8Array; facts: Person; tokens: Uint8Array; askedAt: Date; confirmedAt: Date }

const use = (idHash: Uint8Array) => `tokens ${Buffer.from(idHash).toString("hex")}`

/** The sessions of this system, in its own table; of the tokens only what is sealed. */
export class Sessions {
  constructor(
    private readonly sql: postgres.Sql,
    private readonly key: Buffer,
  ) {}

  /**
   * Opens one. @returns what the browser keeps; nothing where the portal has meanwhile ended the session it came from
   */
  async open(one: SignedIn, now: Date): Promise<string | undefined> {
    const id = randomName()
    const idHash = hashOf(id)
    const tokens = seal(this.key, use(idHash), one.tokens)
    const expiresAt = new Date(now.getTime() + sessionTimes.hours * 3_600_000)
    const { sub } = one.person
    const made = await this.sql.begin(async (tx) => {
      await lockSignOns(tx)
      return await tx`
        insert into info.sessions (id_hash, sub, sid, facts, tokens_sealed, asked_at, confirmed_at, seen_at, expires_at)
        select ${idHash}, ${sub}, ${one.sid}, ${tx.json(one.person)}, ${tokens}, ${now}, ${now}, ${now}, ${expiresAt}
        where not exists (select 1 from info.logouts where issued_at >= ${one.issuedAt}
          and (sid = ${one.sid} or (sub = ${sub} and (sid is null or ${one.sid}::text is null))))
        returning 1 as made`
    })
    return made.length > 0 ? id : undefined
  }

  /** The session that a browser holds, if it lives; being asked for keeps it alive. */
  async find(id: string, now: Date): Promise<Session | undefined> {
    const idle = new Date(now.getTime() - sessionTimes.idleMinutes * 60_000)
    const [row] = await this.sql<Row[]>`
      update info.sessions set seen_at = ${now}
      where id_hash = ${hashOf(id)} and expires_at > ${now} and seen_at > ${idle}
      returning id_hash as "idHash", facts, tokens_sealed as tokens, asked_at as "askedAt",
        confirmed_at as "confirmedAt"`
    if (!row) return undefined
    const tokens = unseal(this.key, use(row.idHash), row.tokens) as Tokens | undefined
    const { facts: person, askedAt, confirmedAt } = row
    return tokens && { idHash: Buffer.from(row.idHash), person, tokens, askedAt, confirmedAt }
  }

  /** Takes the turn to ask the portal again; of requests at the same moment one does. */
  async claimAsking({ idHash, askedAt }: Session, now: Date): Promise<boolean> {
    const rows = await this.sql`
      update info.sessions set asked_at = ${now} where id_hash = ${idHash} and asked_at = ${askedAt} returning 1`
    return rows.length > 0
  }

  /** Keeps what the portal said when it was asked again. */
  async renew({ idHash }: Session, person: Person, tokens: Tokens, now: Date): Promise<void> {
    const sealed = seal(this.key, use(idHash), tokens)
    await this.sql`
      update info.sessions set facts = ${this.sql.json(person)}, tokens_sealed = ${sealed}, confirmed_at = ${now}
      where id_hash = ${idHash}`
  }

  async end({ idHash }: Session): Promise<void> {
    await this.sql`delete from info.sessions where id_hash = ${idHash}`
  }

  /** Ends what a logout token names. @returns false where the token has come before */
  async endBy({ jti, sid, sub, issuedAt, expiresAt }: Logout): Promise<boolean> {
    return await this.sql.begin(async (tx) => {
      await lockSignOns(tx)
      const [kept] = await tx`
        insert into info.logouts (jti_hash, sub, sid, issued_at, expires_at)
        values (${hashOf(jti)}, ${sub ?? null}, ${sid ?? null}, ${issuedAt}, ${expiresAt})
        on conflict do nothing returning 1 as kept`
      if (!kept) return false
      await tx`
        delete from info.sessions where sid = ${sid ?? null}
          or (sub = ${sub ?? null} and (sid is null or ${sid ?? null}::text is null))`
      return true
    })
  }

  /** Forgets what is over. */
  async purge(now: Date): Promise<void> {
    await this.sql`delete from info.sessions where expires_at <= ${now}`
    await this.sql`delete from info.logouts where expires_at <= ${now}`
  }
}

/** A sign-in and a sign-out at the same moment take turns, so that neither misses the other. */
async function lockSignOns(tx: postgres.TransactionSql): Promise<void> {
  await tx`select pg_advisory_xact_lock(7165002)`
}
